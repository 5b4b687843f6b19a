package dev.tocsin.plan;

/**
 * Ends the typing of one expression after its problem was reported; carries nothing, is caught
 * where the next expression begins.
 */
final class TypingException extends Exception {
  private static final long serialVersionUID = 1L;

  TypingException() {
    super(null, null, false, false);
  }
}
