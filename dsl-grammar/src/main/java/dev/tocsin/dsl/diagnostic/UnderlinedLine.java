package dev.tocsin.dsl.diagnostic;

import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;

/**
 * The source line of a span, made fit to print, and which columns of it to underline.
 *
 * @param text the line; tabs are widened and long lines cut around the span
 * @param indent columns before the underline
 * @param width columns of the underline, at least one, never past the line
 */
record UnderlinedLine(String text, int indent, int width) {
  /** Columns shown of a long line. */
  private static final int LONGEST = 120;

  /** Columns kept before the span where a long line is cut. */
  private static final int LEAD = 40;

  private static final String TAB = "    ";
  private static final String CUT = "...";

  static UnderlinedLine of(Span span) {
    Source source = span.source();
    int line = source.line(span.start());
    String text = source.lineText(line);
    // the offset of the line's start: the source knows columns in code points only
    int lineStart = source.text().lastIndexOf('\n', span.start() - 1) + 1;
    int from = Math.min(span.start() - lineStart, text.length());
    int to = Math.max(from, Math.min(span.end() - lineStart, text.length()));
    String before = printable(text.substring(0, from));
    String marked = printable(text.substring(from, to));
    String after = printable(text.substring(to));
    return cut(before, marked, after);
  }

  private static UnderlinedLine cut(String before, String marked, String after) {
    String lead = before;
    if (columns(before) + columns(marked) + columns(after) > LONGEST && columns(before) > LEAD) {
      int start = before.offsetByCodePoints(before.length(), -(LEAD - CUT.length()));
      lead = CUT + before.substring(start);
    }
    String line = lead + marked + after;
    if (columns(line) > LONGEST) {
      line = line.substring(0, line.offsetByCodePoints(0, LONGEST - CUT.length())) + CUT;
    }
    int indent = columns(lead);
    int width = Math.min(columns(marked), columns(line) - indent);
    return new UnderlinedLine(line, indent, Math.max(1, width));
  }

  private static int columns(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Widens tabs and replaces control characters, which could drive a terminal. */
  static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              if (c == '\t') {
                shown.append(TAB);
              } else {
                shown.appendCodePoint(isPrintable(c) ? c : '\ufffd');
              }
            });
    return shown.toString();
  }

  private static boolean isPrintable(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.FORMAT, Character.SURROGATE -> false;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
      default -> true;
    };
  }
}
