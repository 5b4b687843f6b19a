package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.CodePointOffsets;
import dev.tocsin.dsl.Source;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.ScalarEvent;

/** Where the events of a text stand in it. */
final class EventPlaces {
  private final String text;
  private final CodePointOffsets offsets;
  private final int[] lineStarts;

  EventPlaces(Source source) {
    this.text = source.text();
    this.offsets = new CodePointOffsets(text);
    this.lineStarts =
        IntStream.concat(
                IntStream.of(0),
                IntStream.range(0, text.length())
                    .filter(i -> text.charAt(i) == '\n')
                    .map(i -> i + 1))
            .toArray();
  }

  String text() {
    return text;
  }

  int start(Event event) {
    return offset(event.getStartMark());
  }

  int end(Event event) {
    return offset(event.getEndMark());
  }

  private int offset(Mark mark) {
    return offsets.offset(mark.getIndex());
  }

  /** Of a scalar, behind the anchor and the tag. */
  int contentStart(ScalarEvent scalar) {
    int at = start(scalar);
    int end = end(scalar);
    while (at < end && (text.charAt(at) == '&' || text.charAt(at) == '!')) {
      while (at < end && !Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      at = behindSpace(at, end);
    }
    return at;
  }

  private int behindSpace(int from, int end) {
    int at = from;
    while (at < end && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == '#')) {
      at = text.charAt(at) == '#' ? lineEnd(at) : at + 1;
    }
    return Math.min(at, end);
  }

  private int line(int offset) {
    int at = Arrays.binarySearch(lineStarts, offset);
    return at >= 0 ? at : -at - 2;
  }

  int lineStart(int offset) {
    return lineStarts[line(offset)];
  }

  int lineEnd(int offset) {
    int next = line(offset) + 1;
    return next < lineStarts.length ? lineStarts[next] - 1 : text.length();
  }

  int column(int offset) {
    return offset - lineStart(offset);
  }

  boolean onOneLine(int start, int end) {
    return lineEnd(start) >= end;
  }

  /** Whether the line above that of an offset is blank. */
  boolean isApart(int offset) {
    int line = line(offset);
    return line > 0 && text.substring(lineStarts[line - 1], lineStarts[line]).isBlank();
  }

  /** The dash before an element of a list. */
  int dash(int element) {
    return text.lastIndexOf('-', Math.max(0, element - 1));
  }
}
