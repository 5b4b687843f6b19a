package dev.tocsin.trace.record;

/** A record that is no event; the message says why, with the offending value. */
public final class BadEventException extends Exception {
  private static final long serialVersionUID = 1L;

  /** With the reason. */
  public BadEventException(String reason) {
    super(reason, null, false, false);
  }
}
