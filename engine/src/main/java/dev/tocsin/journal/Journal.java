package dev.tocsin.journal;

/** Takes every input of an engine before it is applied, in order. */
@FunctionalInterface
public interface Journal {

  /** Keeps nothing. */
  Journal NONE = input -> {};

  /** Notes the next input. */
  void append(Input input);
}
