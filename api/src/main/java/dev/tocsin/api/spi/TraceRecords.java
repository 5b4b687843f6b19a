package dev.tocsin.api.spi;

import dev.tocsin.api.Event;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The records of one trace, in the order of the file. Used by one thread. */
public interface TraceRecords {

  /**
   * The next record, or null at the end. What is no event is a record too, so that nothing is
   * passed over in silence.
   */
  @Nullable TraceRecord next() throws IOException;

  /** A trace of nothing. */
  static TraceRecords empty() {
    return () -> null;
  }

  /** One record. */
  sealed interface TraceRecord {

    /** The line it begins at, from 1. */
    long line();

    /** It says what happened. */
    record Good(long line, Event event) implements TraceRecord {}

    /**
     * It cannot be used.
     *
     * @param reason what is wrong with it, with the offending value
     */
    record Bad(long line, String reason) implements TraceRecord {}

    /**
     * It is well, but no call: a span around calls, a run of a tool.
     *
     * @param kind what it is instead, in the words of its format; counted by it
     */
    record PassedOver(long line, String kind) implements TraceRecord {}
  }
}
