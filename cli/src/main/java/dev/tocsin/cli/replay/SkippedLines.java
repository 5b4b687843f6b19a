package dev.tocsin.cli.replay;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Paragraph;
import dev.tocsin.replay.BadLine;
import java.util.ArrayList;
import java.util.List;
import org.jline.utils.AttributedString;

/** The first broken lines of a trace, and how many more there were. */
final class SkippedLines {
  private final int limit;
  private final List<BadLine> first = new ArrayList<>();
  private long count;

  SkippedLines(int limit) {
    this.limit = limit;
  }

  void add(BadLine line) {
    count++;
    if (first.size() < limit) {
      first.add(line);
    }
  }

  List<AttributedString> lines(int width, int indent) {
    List<AttributedString> lines = new ArrayList<>();
    for (BadLine line : first) {
      Paragraph paragraph = new Paragraph(width, indent + 2);
      paragraph.add(0, indented("", indent)).add(0, Palette.text(line.toString(), Palette.FAINT));
      lines.addAll(paragraph.lines());
    }
    long more = count - first.size();
    if (more > 0) {
      String and = first.isEmpty() ? "" : "and ";
      lines.add(indented(and + Counts.of(more, "more broken line"), indent));
    }
    return lines;
  }

  private static AttributedString indented(String text, int indent) {
    return Palette.text(" ".repeat(indent) + text, Palette.FAINT);
  }
}
