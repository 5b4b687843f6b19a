package dev.tocsin.channels.retry;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** It failed, and may go better another time. Without secrets, and without a cause that has any. */
public final class TemporaryFailure extends IOException {
  private final transient Optional<Duration> retryAfter;

  /** Of a receiver that does not say when it may be asked again. */
  public TemporaryFailure(String message) {
    this(message, Optional.empty());
  }

  /**
   * @param message what went wrong
   * @param retryAfter how long the receiver asks to be left alone
   */
  public TemporaryFailure(String message, Optional<Duration> retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
