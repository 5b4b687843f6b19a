package dev.tocsin.api.spi;

/**
 * A delivery that no repetition can mend: the receiver has refused it for what it is. A channel or
 * an action throws it so that the engine gives up at once and counts it, instead of trying again
 * for a day. Any other exception is taken for a trouble that may pass.
 */
public final class PermanentFailure extends Exception {

  /**
   * @param message what the receiver said, without secrets
   */
  public PermanentFailure(String message) {
    super(message);
  }
}
