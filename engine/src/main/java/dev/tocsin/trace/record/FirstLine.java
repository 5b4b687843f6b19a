package dev.tocsin.trace.record;

import java.io.IOException;
import java.io.InputStream;

/** Tells a record a line from JSON over many lines. */
final class FirstLine {
  private FirstLine() {}

  /**
   * Whether the first line is an object by itself, or, if it was cut, the second begins one: JSON
   * over many lines is indented there.
   *
   * @param most how many bytes to look at
   */
  static boolean isRecord(InputStream content, int most) throws IOException {
    int next = content.read();
    int read = 1;
    while (next >= 0 && next <= ' ' && read < most) {
      next = content.read();
      read++;
    }
    if (next != '{') {
      return false;
    }
    int last = next;
    while (next >= 0 && next != '\n' && read < most) {
      last = next > ' ' ? next : last;
      next = content.read();
      read++;
    }
    if (read >= most) {
      return false;
    }
    return last == '}' || (next == '\n' && content.read() == '{');
  }
}
