package dev.tocsin.trace;

import dev.tocsin.trace.record.JsonHead;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What the first lines of a trace look like. */
final class ObjectLines {
  /** JSON goes on after them. */
  private static final String OPEN = "[{,:";

  private ObjectLines() {}

  /**
   * Whether there is a JSON object by itself among them (of the last, its beginning will do), and
   * the first does not look like the beginning of JSON over many lines.
   */
  static boolean are(byte[] head) {
    List<byte[]> lines = lines(head);
    for (int i = 0; i < lines.size(); i++) {
      if (JsonHead.isObject(lines.get(i), i == lines.size() - 1)) {
        return true;
      }
      if (i == 0 && opens(lines.get(i))) {
        return false;
      }
    }
    return false;
  }

  private static boolean opens(byte[] line) {
    String text = new String(line, StandardCharsets.UTF_8).strip();
    return text.startsWith("[") || OPEN.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** Whether one of them has this field. */
  static boolean have(byte[] head, String field) {
    return lines(head).stream().anyMatch(line -> new JsonHead(line).has(field));
  }

  private static List<byte[]> lines(byte[] head) {
    return new String(head, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(line -> line.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
