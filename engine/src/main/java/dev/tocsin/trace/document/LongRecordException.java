package dev.tocsin.trace.document;

import java.io.IOException;

/** A record that is longer than may be held. */
final class LongRecordException extends IOException {
  private static final long serialVersionUID = 1L;

  LongRecordException() {
    super("longer than 64 MiB");
  }
}
