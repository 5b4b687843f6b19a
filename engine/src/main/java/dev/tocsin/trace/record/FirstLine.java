package dev.tocsin.trace.record;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells a record a line from JSON over many lines. */
final class FirstLine {
  /** JSON goes on after them. */
  private static final String OPEN = "[{,:";

  private FirstLine() {}

  /**
   * Whether the first line is an object by itself, or, where it is a broken one, the second line
   * begins another.
   *
   * @param most how many bytes to look at
   */
  static boolean isRecord(InputStream content, int most) {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try {
      int next = content.read();
      int last = ' ';
      for (int read = 1; read < most && next >= 0 && (next != '\n' || last == ' '); read++) {
        if (last == ' ' && next > ' ' && next != '{') {
          return false;
        }
        last = next > ' ' ? next : last;
        line.write(next);
        next = content.read();
      }
      return isWhole(line.toByteArray())
          || (next == '\n' && OPEN.indexOf(last) < 0 && content.read() == '{');
    } catch (IOException damaged) { // met again when it is read
      return isWhole(line.toByteArray());
    }
  }

  private static boolean isWhole(byte[] line) {
    try (JsonParser parser = JsonTree.parser(new ByteArrayInputStream(line))) {
      parser.nextToken();
      parser.skipChildren();
      return parser.currentToken() == JsonToken.END_OBJECT;
    } catch (IOException e) {
      return false;
    }
  }
}
