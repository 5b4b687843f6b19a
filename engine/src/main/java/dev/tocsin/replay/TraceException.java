package dev.tocsin.replay;

/** A trace could not be replayed at all; the message names file and line and what to do. */
public final class TraceException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final Kind kind;

  /** Why. */
  public enum Kind {
    /** The file is missing, unreadable, empty or not a trace. */
    UNREADABLE,
    /** A line is bad, and bad lines are not allowed. */
    BAD_LINE
  }

  TraceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** Why the trace could not be replayed. */
  public Kind kind() {
    return kind;
  }
}
