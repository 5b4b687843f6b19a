package dev.tocsin.live;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.core.Engine;

/**
 * Lets events into an engine: none that lies too far ahead of the clock, with texts only where
 * somebody reads them, and with an id where a verdict will refer to it. Guarded by the engine's
 * lock; what it counts may be read by anyone.
 */
final class Arrivals {
  private final Engine engine;
  private final boolean keepsTexts;
  private final String idPrefix;
  private long lastId;
  private long latest;
  private volatile long early;
  private volatile long errors;

  /**
   * @param keepsTexts whether calls keep their texts and get an id
   * @param idPrefix differs from that of every engine before
   */
  Arrivals(Engine engine, boolean keepsTexts, String idPrefix) {
    this.engine = engine;
    this.keepsTexts = keepsTexts;
    this.idPrefix = idPrefix;
  }

  /** No event may be stamped later from here on. */
  void until(long nanos) {
    latest = nanos;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  void arrive(Event event) {
    if (event.timeNanos() > latest) {
      early++;
      return;
    }
    try {
      engine.arrive(keepsTexts ? withId(event) : withoutTexts(event));
    } catch (RuntimeException | StackOverflowError e) {
      errors++;
    }
  }

  /** Lets evaluators hear of calls before their tick. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  void flush() {
    try {
      engine.flush();
    } catch (RuntimeException | StackOverflowError e) {
      errors++;
    }
  }

  /** Events that lay too far ahead. */
  long early() {
    return early;
  }

  /** Events and batches that ended in an error. */
  long errors() {
    return errors;
  }

  private static Event withoutTexts(Event event) {
    return event instanceof Call call ? call.withoutTexts() : event;
  }

  /** Verdicts of evaluators refer to the call by its id. */
  private Event withId(Event event) {
    return event instanceof Call call && call.id() == null
        ? call.toBuilder().id(idPrefix + ++lastId).build()
        : event;
  }
}
