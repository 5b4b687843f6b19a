package dev.tocsin.journal;

/** When {@code record} of an engine with a store returns. */
public enum Durability {
  /**
   * Once the event is queued, in nanoseconds. When the process is killed, what waited in the queue
   * is lost: at most its capacity, in practice the last milliseconds.
   */
  WHEN_QUEUED,

  /**
   * Once the event is in the journal, some tens of microseconds later. When the process is killed,
   * nothing that was recorded is lost.
   */
  BEFORE_RETURN
}
