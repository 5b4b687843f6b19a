package dev.tocsin.cli.text;

/** Text from files that is about to be shown on a terminal. */
public final class Printable {
  private Printable() {}

  /** Control characters, which could move the cursor or hide text, become {@code ?}. */
  public static String of(String text) {
    boolean clean = text.codePoints().noneMatch(Printable::unsafe);
    if (clean) {
      return text;
    }
    StringBuilder result = new StringBuilder(text.length());
    text.codePoints().forEach(c -> result.appendCodePoint(unsafe(c) ? '?' : c));
    return result.toString();
  }

  private static boolean unsafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> false;
    };
  }
}
