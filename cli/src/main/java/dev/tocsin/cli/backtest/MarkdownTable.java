package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A table of a pull request; what is written in it cannot break out of its cells. */
final class MarkdownTable {
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
    StringBuilder safe = new StringBuilder();
    for (char each : Printable.of(text).toCharArray()) {
      safe.append("\\`*_{}[]<>#|@".indexOf(each) >= 0 ? "\\" : "").append(each);
    }
    return safe.toString();
  }
}
