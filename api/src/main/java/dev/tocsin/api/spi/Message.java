package dev.tocsin.api.spi;

import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Transition;
import java.time.Instant;

/** What goes through a channel. */
public sealed interface Message {

  /** Names the message: a repeat of it has the same key. */
  String key();

  /** When it came to be, on the engine's clock. */
  Instant time();

  /** All of it as one JSON object on one line, for channels that pass it on to machines. */
  String json();

  /**
   * An alert fires, or has stopped firing.
   *
   * @param key rule, group, activation and state
   * @param transition what happened
   * @param json all of it
   */
  record AlertMessage(String key, Transition transition, String json) implements Message {
    @Override
    public Instant time() {
      return transition.time();
    }
  }

  /**
   * The engine is alive; its absence says that it is not.
   *
   * @param key the word heartbeat and the time
   * @param time when
   * @param health how it fares
   * @param json all of it
   */
  record Heartbeat(String key, Instant time, EngineHealth health, String json) implements Message {}
}
