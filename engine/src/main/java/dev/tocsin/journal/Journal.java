package dev.tocsin.journal;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;

/** Takes every input of an engine before it is applied, in order. */
@FunctionalInterface
public interface Journal {

  /** Keeps nothing. */
  Journal NONE =
      new Journal() {
        @Override
        public void append(Input input) {}

        @Override
        public void arrival(Event event) {}
      };

  /** Notes the next input. */
  void append(Input input);

  /**
   * Notes the arrival of an event, without the texts of a call; the same as {@link #append}, where
   * no object need be made.
   */
  default void arrival(Event event) {
    append(new Input.Arrival(event instanceof Call call ? call.withoutTexts() : event));
  }
}
