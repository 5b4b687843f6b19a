package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of a pull request; what is written in it cannot break out of its cells. */
final class MarkdownTable {
  /** What Markdown acts on, besides the underscore. */
  private static final String MARKS = "\\`*[]<#|@";

  private final List<String> lines = new ArrayList<>();

  /**
   * @param texts how many columns from the left hold texts; the others hold numbers
   */
  MarkdownTable(int texts, List<String> headings) {
    row(headings);
    StringBuilder aligns = new StringBuilder("|");
    for (int column = 0; column < headings.size(); column++) {
      aligns.append(column < texts ? "---|" : "---:|");
    }
    lines.add(aligns.toString());
  }

  MarkdownTable row(List<String> cells) {
    lines.add(
        cells.stream().map(MarkdownTable::cell).collect(Collectors.joining(" | ", "| ", " |")));
    return this;
  }

  List<String> lines() {
    return List.copyOf(lines);
  }

  /** A name from a file as Markdown shows it unchanged. */
  static String cell(String text) {
    String printable = Printable.of(text);
    StringBuilder safe = new StringBuilder();
    for (int i = 0; i < printable.length(); i++) {
      char each = printable.charAt(i);
      boolean marks = each == '_' ? !isWithinWord(printable, i) : MARKS.indexOf(each) >= 0;
      safe.append(marks ? "\\" : "").append(each);
    }
    return safe.toString();
  }

  private static boolean isWithinWord(String text, int at) {
    return at > 0
        && at < text.length() - 1
        && Character.isLetterOrDigit(text.charAt(at - 1))
        && Character.isLetterOrDigit(text.charAt(at + 1));
  }
}
