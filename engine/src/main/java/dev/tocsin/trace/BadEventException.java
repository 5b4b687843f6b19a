package dev.tocsin.trace;

/** A record that is no event; the message says why, with the offending value. */
final class BadEventException extends Exception {
  private static final long serialVersionUID = 1L;

  BadEventException(String reason) {
    super(reason, null, false, false);
  }
}
