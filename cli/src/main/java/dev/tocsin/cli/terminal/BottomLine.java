package dev.tocsin.cli.terminal;

import java.io.PrintStream;
import me.tongfei.progressbar.ProgressBarConsumer;

/**
 * The last line of a terminal, which is drawn over again and again while other lines scroll by
 * above it. Thread-safe: the progress bar draws from a thread of its own.
 */
public final class BottomLine implements ProgressBarConsumer {
  private static final String ERASE = "\r\033[K";

  /** For the cursor and the echo of Ctrl-C: a line that wraps cannot be erased. */
  private static final int ROOM = 3;

  private final PrintStream stream;
  private final int width;
  private String shown = "";
  private boolean closed;

  /** A line at the bottom of what {@code stream} is shown on. */
  public BottomLine(PrintStream stream, int width) {
    this.stream = stream;
    this.width = width;
  }

  /** Runs something that writes whole lines to the same terminal. */
  public synchronized void above(Runnable writing) {
    erase();
    writing.run();
    draw();
  }

  @Override
  public int getMaxRenderedLength() {
    return width - ROOM;
  }

  @Override
  public synchronized void accept(String line) {
    if (!closed) {
      shown = line;
      draw();
    }
  }

  @Override
  public synchronized void clear() {
    erase();
    shown = "";
  }

  @Override
  public synchronized void close() {
    clear();
    closed = true;
  }

  private void draw() {
    if (!shown.isEmpty()) {
      stream.print(ERASE + shown);
      stream.flush();
    }
  }

  private void erase() {
    if (!shown.isEmpty()) {
      stream.print(ERASE);
      stream.flush();
    }
  }
}
