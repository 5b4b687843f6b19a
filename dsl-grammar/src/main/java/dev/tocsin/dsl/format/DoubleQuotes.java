package dev.tocsin.dsl.format;

import java.util.Locale;

/** A text in double quotes, as YAML has them. */
final class DoubleQuotes {
  private DoubleQuotes() {}

  /** On one line, whatever the text is. */
  static String of(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints().forEach(c -> quoted.append(escaped(c)));
    return quoted.append('"').toString();
  }

  private static String escaped(int c) {
    return switch (c) {
      case '"' -> "\\\"";
      case '\\' -> "\\\\";
      case '\n' -> "\\n";
      case '\t' -> "\\t";
      default -> {
        String escape = c > Character.MAX_VALUE ? "\\U%08x" : "\\u%04x";
        yield isShown(c) ? Character.toString(c) : String.format(Locale.ROOT, escape, c);
      }
    };
  }

  /** Whether people can see a character in a file. */
  static boolean isShown(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.PRIVATE_USE,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      case Character.SPACE_SEPARATOR -> c == ' ';
      default -> true;
    };
  }
}
