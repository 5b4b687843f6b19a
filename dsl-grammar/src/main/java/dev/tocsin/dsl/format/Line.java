package dev.tocsin.dsl.format;

import java.util.Optional;

/**
 * A line of the result.
 *
 * @param text without the comment at its end
 * @param comment the comment at its end
 * @param kind what may stand below it
 */
record Line(String text, Optional<String> comment, Kind kind) {
  enum Kind {
    NODE,
    COMMENT,
    /** The last of a text that takes blank lines below it in. */
    KEEPING
  }

  static final Line BLANK = new Line("", Optional.empty(), Kind.COMMENT);

  static Line of(String text) {
    return new Line(text, Optional.empty(), Kind.NODE);
  }

  static Line comment(String text) {
    return new Line(text, Optional.empty(), Kind.COMMENT);
  }

  boolean isComment() {
    return kind == Kind.COMMENT;
  }

  Line behind(String prefix) {
    return text.isEmpty() ? this : new Line(prefix + text, comment, kind);
  }

  Line with(Optional<String> other) {
    return new Line(text, other, kind);
  }

  Line keeping() {
    return new Line(text, comment, Kind.KEEPING);
  }
}
