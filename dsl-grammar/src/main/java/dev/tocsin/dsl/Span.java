package dev.tocsin.dsl;

import org.jspecify.annotations.Nullable;

/**
 * A stretch of a source.
 *
 * @param source the text it lies in
 * @param start offset of its first character
 * @param end offset behind its last character; at least {@code start}
 * @param filled what it reads with the values of parameters filled in; null where there are none
 */
public record Span(Source source, int start, int end, @Nullable String filled) {

  /** A stretch that reads as it is written. */
  public Span(Source source, int start, int end) {
    this(source, start, end, null);
  }

  /** From the start of this span to the end of another in the same source. */
  public Span to(Span last) {
    return new Span(source, start, Math.max(end, last.end));
  }

  /** Whether another is the same stretch of the same source. */
  public boolean isAt(Span other) {
    return source == other.source && start == other.start && end == other.end;
  }

  /** The text as it is read: with the values of parameters in the place of {@code $(name)}. */
  public String text() {
    return filled == null ? written() : filled;
  }

  /** The text as it stands in the source. */
  public String written() {
    return source.text().substring(start, end);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return source.name() + ":" + source.line(start) + ":" + source.column(start);
  }
}
