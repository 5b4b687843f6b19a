package dev.tocsin.trace.csv;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Deployment;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.Fields;
import dev.tocsin.trace.record.Times;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;

/** Reads a row as an event. An empty cell says nothing. */
final class CsvRow {
  private static final Times ISO_OR_MILLIS = new Times(false, Times.Numbers.MILLISECONDS);
  private static final Times UTC = new Times(true, Times.Numbers.MILLISECONDS);
  private static final Times SECONDS = new Times(false, Times.Numbers.SECONDS);

  /** The field of each column. */
  private final List<String> fields;

  private final CsvCall calls;

  CsvRow(List<String> header, Columns columns, boolean texts) {
    Map<String, String> fieldOf = new HashMap<>();
    columns
        .byField()
        .forEach(
            (field, column) -> {
              if (!header.contains(column)) {
                throw new IllegalArgumentException(
                    "no column '%s'; there are %s".formatted(column, String.join(", ", header)));
              }
              fieldOf.put(column, field);
            });
    Set<String> mapped = new HashSet<>(fieldOf.values());
    fields =
        header.stream()
            .map(
                column -> {
                  String own = column.strip();
                  boolean known = CsvFields.isField(own) && !mapped.contains(own);
                  return fieldOf.getOrDefault(column, known ? own : CsvFields.ATTRIBUTE + own);
                })
            .toList();
    calls = new CsvCall(texts);
  }

  Event event(CSVRecord row) throws BadEventException {
    ObjectNode cells = JsonNodeFactory.instance.objectNode();
    for (int i = 0; i < row.size(); i++) {
      cells.put(fields.get(i), row.get(i));
    }
    Fields values = Fields.of(cells);
    String type = Objects.requireNonNullElse(values.text("type"), "call");
    return switch (type) {
      case "call" -> calls.read(values);
      case "score" ->
          new Score(
              required(values),
              values.required("call"),
              values.required("name"),
              values.billionths("value"),
              values.text("label"),
              values.text("reason"),
              values.text("source"));
      case "deployment" ->
          new Deployment(required(values), values.required("prompt"), values.required("version"));
      case "measure" -> measure(values);
      default ->
          throw new BadEventException(
              "unknown type '" + type + "'; expected call, score, deployment or measure");
    };
  }

  private static Measure measure(Fields values) throws BadEventException {
    long value = values.billionths("value");
    if (value == Event.UNKNOWN) {
      throw new BadEventException("no value");
    }
    Map<String, String> labels = new HashMap<>();
    values.scalars(
        (name, label) -> {
          if (name.startsWith(CsvFields.ATTRIBUTE)) {
            labels.put(name.substring(CsvFields.ATTRIBUTE.length()), label.toString());
          }
        });
    return new Measure(required(values), values.required("name"), value, labels);
  }

  private static long required(Fields values) throws BadEventException {
    long time = time(values, "time");
    if (time == Event.UNKNOWN) {
      throw new BadEventException("no time");
    }
    return time;
  }

  /** A time in any of the units that a column may have. */
  static long time(Fields values, String name) throws BadEventException {
    long time = values.time(ISO_OR_MILLIS, name);
    if (time == Event.UNKNOWN) {
      time = values.time(UTC, name + "_utc");
    }
    return time == Event.UNKNOWN ? values.time(SECONDS, name + "_s") : time;
  }
}
