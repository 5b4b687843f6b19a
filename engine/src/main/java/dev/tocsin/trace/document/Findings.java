package dev.tocsin.trace.document;

import dev.tocsin.api.Event;
import dev.tocsin.trace.record.BadEventException;

/** What one record says: any number of events, and what is none. */
public final class Findings {
  private final long line;
  private final Gathering gathering;

  /** Those of the record at a line. */
  public Findings(long line, Gathering gathering) {
    this.line = line;
    this.gathering = gathering;
  }

  /** It says that this happened. */
  public void event(Event event) {
    gathering.event(line, event);
  }

  /**
   * Part of it is no event.
   *
   * @param kind what it is instead, in the words of its format
   */
  public void passedOver(String kind) {
    gathering.passedOver(line, kind);
  }

  /** Part of it cannot be used. */
  public void bad(BadEventException problem) {
    gathering.bad(line, String.valueOf(problem.getMessage()));
  }
}
