package dev.tocsin.lint.allow;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines of a file, seen from its comments. */
final class Lines {
  private final Source source;
  private final int count;

  Lines(Source source) {
    this.source = source;
    this.count = source.line(source.text().length());
  }

  /** Whether nothing stands before a comment on its line. */
  boolean isAlone(Span comment) {
    return before(comment).isBlank();
  }

  private String before(Span comment) {
    int column = comment.start() - source.offset(source.line(comment.start()));
    return source.lineText(source.line(comment.start())).substring(0, column);
  }

  /**
   * The line that a comment is about: its own, or the next with anything but comments and the dash
   * of a list; empty where none follows.
   */
  Optional<Integer> about(Span comment) {
    int line = source.line(comment.start());
    if (!isAlone(comment)) {
      return Optional.of(line);
    }
    do {
      line++;
    } while (line <= count && says(line).isEmpty());
    return line <= count ? Optional.of(line) : Optional.empty();
  }

  /** Whether there is nothing but comments before one. */
  boolean isAtTheTop(Span comment) {
    for (int line = 1; line < source.line(comment.start()); line++) {
      String text = says(line);
      if (!text.isEmpty() && !text.startsWith("%") && !text.startsWith("---")) {
        return false;
      }
    }
    return isAlone(comment);
  }

  private String says(int line) {
    String text = source.lineText(line).strip();
    return text.startsWith("#") || text.equals("-") ? "" : text;
  }

  /** A line and all of these that have a part of it. */
  List<Span> withAll(int line, List<Span> spans) {
    Span whole =
        new Span(source, source.offset(line), source.offset(line) + source.lineText(line).length());
    return Stream.concat(
            Stream.of(whole),
            spans.stream()
                .filter(span -> span.source().equals(source))
                .filter(span -> span.start() <= whole.end() && span.end() >= whole.start()))
        .toList();
  }
}
