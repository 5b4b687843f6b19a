package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import java.util.List;

/**
 * Something that did go wrong, as somebody wrote it down.
 *
 * @param name in words
 * @param from its beginning
 * @param until its end
 * @param rules that should notice it; empty for any
 */
public record IncidentDefinition(
    Located<String> name,
    Located<TimePoint> from,
    Located<TimePoint> until,
    List<Located<String>> rules) {
  public IncidentDefinition {
    rules = List.copyOf(rules);
  }
}
