package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads {@code name,from,until,rules} and a line for each incident. */
final class IncidentTableReader {
  private static final List<String> COLUMNS = List.of("name", "from", "until", "rules");
  private static final List<String> NEEDED = List.of("name", "from", "until");

  private final Source source;
  private final Diagnostics diagnostics;

  IncidentTableReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  List<IncidentDefinition> read() {
    List<List<Located<String>>> rows = TableCells.of(source);
    if (rows.isEmpty()) {
      diagnostics.error(
          Code.MISSING_KEY, new Span(source, 0, 0), "no columns", "begin with name,from,until");
      return List.of();
    }
    List<String> columns = columns(rows.get(0));
    List<IncidentDefinition> incidents = new ArrayList<>();
    if (columns.containsAll(NEEDED)) {
      rows.stream().skip(1).forEach(row -> incident(row, columns).ifPresent(incidents::add));
    }
    return incidents;
  }

  private List<String> columns(List<Located<String>> heading) {
    for (Located<String> column : heading) {
      if (!COLUMNS.contains(column.value())) {
        diagnostics.error(
            Code.UNKNOWN_KEY,
            column.span(),
            "unknown column '" + column.value() + "'",
            Suggestions.nearest(column.value(), COLUMNS)
                .or(() -> Optional.of("the columns are " + String.join(", ", COLUMNS))));
      }
    }
    List<String> columns = heading.stream().map(Located::value).toList();
    for (String needed : NEEDED) {
      if (!columns.contains(needed)) {
        diagnostics.error(
            Code.MISSING_KEY,
            heading.get(0).span(),
            "there is no column '" + needed + "'",
            "begin with name,from,until");
      }
    }
    return columns;
  }

  private Optional<IncidentDefinition> incident(List<Located<String>> row, List<String> columns) {
    if (row.size() != columns.size()) {
      diagnostics.error(
          Code.WRONG_KIND,
          row.get(0).span().to(row.get(row.size() - 1).span()),
          row.size() + " cells for " + columns.size() + " columns",
          "put cells that hold a comma in quotes");
      return Optional.empty();
    }
    Map<String, Located<String>> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      cells.put(columns.get(i), row.get(i));
    }
    Optional<Located<TimePoint>> from = Optional.ofNullable(cells.get("from")).flatMap(this::time);
    Optional<Located<TimePoint>> until =
        Optional.ofNullable(cells.get("until")).flatMap(this::time);
    List<Located<String>> rules =
        Optional.ofNullable(cells.get("rules")).map(IncidentTableReader::names).orElse(List.of());
    Optional<Located<String>> name = Optional.ofNullable(cells.get("name"));
    if (name.isEmpty() || from.isEmpty() || until.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(new IncidentDefinition(name.get(), from.get(), until.get(), rules));
  }

  private Optional<Located<TimePoint>> time(Located<String> cell) {
    return TimePointReader.read(cell, diagnostics);
  }

  /** Between blanks or semicolons. */
  private static List<Located<String>> names(Located<String> cell) {
    return Arrays.stream(cell.value().split("[\\s;]+", -1))
        .filter(name -> !name.isEmpty())
        .map(name -> new Located<>(name, cell.span()))
        .toList();
  }
}
