package dev.tocsin.dsl;

import java.util.Arrays;

/** A text that positions refer to: a rule file, or a condition given by itself. Immutable. */
public final class Source {
  private final String name;
  private final String text;
  private final int[] lineStarts;

  /**
   * @param name what messages call it: a path as the user gave it, or a word such as {@code
   *     <condition>}
   * @param text the whole text
   */
  public Source(String name, String text) {
    this.name = name;
    this.text = text;
    this.lineStarts = lineStarts(text);
  }

  public String name() {
    return name;
  }

  public String text() {
    return text;
  }

  /** The line of an offset, counted from 1. */
  public int line(int offset) {
    int at = Arrays.binarySearch(lineStarts, offset);
    return at >= 0 ? at + 1 : -at - 1;
  }

  /** The column of an offset in characters (code points), counted from 1. */
  public int column(int offset) {
    int start = lineStarts[line(offset) - 1];
    return text.codePointCount(start, Math.min(offset, text.length())) + 1;
  }

  /** The offset of the first character of a line, counted from 1. */
  public int offset(int line) {
    return lineStarts[line - 1];
  }

  /** The text of a line, counted from 1, without its line end. */
  public String lineText(int line) {
    int start = lineStarts[line - 1];
    int end = line < lineStarts.length ? lineStarts[line] : text.length();
    return text.substring(start, end).stripTrailing();
  }

  private static int[] lineStarts(String text) {
    return java.util.stream.IntStream.concat(
            java.util.stream.IntStream.of(0),
            java.util.stream.IntStream.range(0, text.length())
                .filter(i -> text.charAt(i) == '\n')
                .map(i -> i + 1))
        .toArray();
  }
}
