package dev.tocsin.journal;

import org.jspecify.annotations.Nullable;

/** A store cannot be opened; the message says why and what to do. Nothing in it was changed. */
public final class StoreException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a cause. */
  public StoreException(String message) {
    super(message);
  }

  /** With what went wrong below. */
  public StoreException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
