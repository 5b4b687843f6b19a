package dev.tocsin.trace.document;

/** Counts brackets of JSON outside its texts. */
final class Brackets {
  private int open;
  private boolean inText;
  private boolean escaped;

  void next(byte character) {
    if (escaped) {
      escaped = false;
    } else if (inText) {
      escaped = character == '\\';
      inText = character != '"';
    } else {
      switch (character) {
        case '"' -> inText = true;
        case '{', '[' -> open++;
        case '}', ']' -> open--;
        default -> {}
      }
    }
  }

  /** Whether as many were closed as opened, and no text is open. */
  boolean closed() {
    return open == 0 && !inText;
  }
}
