package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * The cells of a table with commas (RFC 4180), without the blanks around them. A cell in quotes may
 * hold commas, line ends, and quotes written twice; empty lines are left out.
 */
final class TableCells {
  private final Source source;
  private final String text;
  private final List<List<Located<String>>> rows = new ArrayList<>();
  private List<Located<String>> row = new ArrayList<>();
  private int at;

  private TableCells(Source source) {
    this.source = source;
    this.text = source.text();
  }

  static List<List<Located<String>>> of(Source source) {
    TableCells cells = new TableCells(source);
    while (cells.at < cells.text.length()) {
      cells.cell();
    }
    cells.endRow();
    return cells.rows;
  }

  private void cell() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
    int start = at;
    StringBuilder value = new StringBuilder();
    if (at < text.length() && text.charAt(at) == '"') {
      quoted(value);
    }
    while (at < text.length() && text.charAt(at) != ',' && text.charAt(at) != '\n') {
      value.append(text.charAt(at++));
    }
    int end = start + text.substring(start, at).stripTrailing().length();
    row.add(new Located<>(value.toString().strip(), new Span(source, start, end)));
    boolean ends = at >= text.length() || text.charAt(at) == '\n';
    at++;
    if (ends) {
      endRow();
    } else if (at >= text.length()) {
      row.add(new Located<>("", new Span(source, text.length(), text.length())));
    }
  }

  private void quoted(StringBuilder value) {
    at++;
    while (at < text.length()) {
      char each = text.charAt(at++);
      if (each != '"') {
        value.append(each);
      } else if (at < text.length() && text.charAt(at) == '"') {
        value.append('"');
        at++;
      } else {
        return;
      }
    }
  }

  private void endRow() {
    boolean empty = row.size() == 1 && row.get(0).value().isEmpty();
    if (!row.isEmpty() && !empty) {
      rows.add(row);
    }
    row = new ArrayList<>();
  }
}
