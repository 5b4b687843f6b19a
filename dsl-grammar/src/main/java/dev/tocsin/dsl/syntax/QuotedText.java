package dev.tocsin.dsl.syntax;

import java.util.Locale;

/** Writes texts as the condition language reads them. */
final class QuotedText {
  private QuotedText() {}

  static String write(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> append(quoted, c));
    return quoted.append('"').toString();
  }

  private static void append(StringBuilder quoted, int c) {
    switch (c) {
      case '"' -> quoted.append("\\\"");
      case '\\' -> quoted.append("\\\\");
      case '\n' -> quoted.append("\\n");
      case '\r' -> quoted.append("\\r");
      case '\t' -> quoted.append("\\t");
      default -> {
        if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
          quoted.append(String.format(Locale.ROOT, "\\u%04x", c));
        } else {
          quoted.appendCodePoint(c);
        }
      }
    }
  }
}
