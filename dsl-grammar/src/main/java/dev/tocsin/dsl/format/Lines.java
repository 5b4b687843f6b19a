package dev.tocsin.dsl.format;

import java.util.ArrayList;
import java.util.List;

/** Lines as they come together. */
final class Lines {
  /** Columns of one level. */
  static final int STEP = 2;

  /** Columns that a line should fill at most. */
  static final int WIDTH = 100;

  private static final String INDENTATION = " ".repeat(STEP);

  private final List<Line> all = new ArrayList<>();

  void add(Line line) {
    all.add(line);
  }

  void add(List<Line> lines) {
    all.addAll(lines);
  }

  /** A blank line, unless there is one, or it would be a part of the text above. */
  void blank() {
    if (!all.isEmpty() && last().kind() != Line.Kind.KEEPING && !last().equals(Line.BLANK)) {
      all.add(Line.BLANK);
    }
  }

  private Line last() {
    return all.get(all.size() - 1);
  }

  List<Line> all() {
    return all;
  }

  static List<Line> indented(List<Line> lines) {
    return lines.stream().map(line -> line.behind(INDENTATION)).toList();
  }

  /** Comments at the ends of lines that follow each other stand below each other. */
  static String text(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    int at = 0;
    while (at < lines.size()) {
      int end = at;
      while (end < lines.size() && lines.get(end).comment().isPresent()) {
        end++;
      }
      column(lines.subList(at, end), text);
      if (end < lines.size()) {
        text.append(lines.get(end).text()).append('\n');
      }
      at = end + 1;
    }
    return text.toString();
  }

  private static void column(List<Line> commented, StringBuilder text) {
    int widest = commented.stream().mapToInt(line -> line.text().length()).max().orElse(0);
    boolean fits =
        commented.stream()
            .allMatch(line -> widest + 1 + line.comment().orElseThrow().length() <= WIDTH);
    for (Line line : commented) {
      int gap = fits ? widest - line.text().length() + 1 : 1;
      text.append(line.text())
          .append(" ".repeat(gap))
          .append(line.comment().orElseThrow())
          .append('\n');
    }
  }
}
