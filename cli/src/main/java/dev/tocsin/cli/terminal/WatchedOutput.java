package dev.tocsin.cli.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * Lets failures of a stream through {@link java.io.PrintStream}, which swallows IOException: {@link
 * OutputClosed} when the reader is gone, UncheckedIOException when, say, the disk is full.
 */
final class WatchedOutput extends OutputStream {
  private final OutputStream target;

  WatchedOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public void write(int b) {
    attempt(() -> target.write(b));
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    attempt(() -> target.write(bytes, offset, length));
  }

  @Override
  public void flush() {
    attempt(target::flush);
  }

  private interface Action {
    void run() throws IOException;
  }

  private static void attempt(Action action) {
    try {
      action.run();
    } catch (IOException e) {
      String message = String.valueOf(e.getMessage());
      if (message.toLowerCase(Locale.ROOT).contains("pipe")) {
        throw new OutputClosed();
      }
      throw new UncheckedIOException("cannot write the output: " + message, e);
    }
  }
}
