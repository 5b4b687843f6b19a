package dev.tocsin.trace.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a stream as bytes, without their ends. A line over the limit is read to its end but
 * not kept, so that a file without line ends does not fill the memory.
 */
public final class Lines {
  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final int limit;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int available;
  private byte[] line = new byte[1 << 10];
  private int length;
  private boolean tooLong;
  private long number;

  /**
   * The lines of a stream.
   *
   * @param limit bytes of the longest line that is kept
   */
  public Lines(InputStream in, int limit) {
    this.in = in;
    this.limit = limit;
  }

  /** Moves to the next line; false at the end. */
  public boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (true) {
      if (position == available) {
        available = in.read(buffer);
        position = 0;
        if (available <= 0) {
          available = 0;
          number += any ? 1 : 0;
          return any;
        }
      }
      any = true;
      int end = position;
      while (end < available && buffer[end] != '\n') {
        end++;
      }
      append(position, end - position);
      if (end < available) {
        position = end + 1;
        number++;
        trimCarriageReturn();
        return true;
      }
      position = end;
    }
  }

  /** The line's bytes, valid until {@link #next}. */
  public byte[] bytes() {
    return line;
  }

  /** How many of the bytes are the line. */
  public int length() {
    return length;
  }

  /** Whether it was over the limit; then its bytes are not all there. */
  public boolean tooLong() {
    return tooLong;
  }

  /** The line's number, from 1. */
  public long number() {
    return number;
  }

  /** Whether it has nothing but white space. */
  public boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r') {
        return false;
      }
    }
    return true;
  }

  private void append(int from, int count) {
    if (length + count > limit) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(line.length * 2, length + count));
    }
    System.arraycopy(buffer, from, line, length, count);
    length += count;
  }

  private void trimCarriageReturn() {
    if (length > 0 && line[length - 1] == '\r') {
      length--;
    }
  }
}
