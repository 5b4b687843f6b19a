package dev.tocsin.trace.document;

/** A value that cannot be used; the message says which and why. */
public final class UnfitException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * With a reason.
   *
   * @param reason the field, what is wrong with it, and its value
   */
  public UnfitException(String reason) {
    super(reason, null, false, false);
  }

  /** The reason. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
