package dev.tocsin.trace.csv;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which column is read as which field. Columns without a mapping are read as the field of their own
 * name, where there is one, else as attributes.
 *
 * @param byField field to column, in the order they were given
 */
public record Columns(Map<String, String> byField) {
  /** Each column by its own name. */
  public static final Columns BY_NAME = new Columns(Map.of());

  public Columns {
    byField = Collections.unmodifiableMap(new LinkedHashMap<>(byField));
  }

  /**
   * From texts as {@code time=ts}.
   *
   * @throws IllegalArgumentException when one is no such text, or names a field that there is not
   */
  public static Columns of(Collection<String> mappings) {
    Map<String, String> byField = new LinkedHashMap<>();
    for (String mapping : mappings) {
      int equals = mapping.indexOf('=');
      if (equals <= 0 || equals == mapping.length() - 1) {
        throw new IllegalArgumentException(
            "'" + mapping + "' is no mapping of a column, as time=ts or attr.tenant=org");
      }
      String field = mapping.substring(0, equals).strip();
      if (!CsvFields.isField(field)) {
        throw new IllegalArgumentException(
            "there is no field '" + field + "'; " + CsvFields.nearest(field));
      }
      if (byField.put(field, mapping.substring(equals + 1).strip()) != null) {
        throw new IllegalArgumentException("field '" + field + "' has two columns");
      }
    }
    return new Columns(byField);
  }
}
