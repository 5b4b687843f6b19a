package dev.tocsin.dsl;

/**
 * A stretch of a source.
 *
 * @param source the text it lies in
 * @param start offset of its first character
 * @param end offset behind its last character; at least {@code start}
 */
public record Span(Source source, int start, int end) {

  /** From the start of this span to the end of another in the same source. */
  public Span to(Span last) {
    return new Span(source, start, Math.max(end, last.end));
  }

  /** The text itself. */
  public String text() {
    return source.text().substring(start, end);
  }

  /** {@code file:line:column}. */
  @Override
  public String toString() {
    return source.name() + ":" + source.line(start) + ":" + source.column(start);
  }
}
