package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Source;
import java.util.List;

/**
 * A rule file as written: names are not resolved and units not checked yet.
 *
 * @param source the text
 * @param rules in the order of the file
 * @param metrics in the order of the file
 */
public record RuleFile(Source source, List<RuleDefinition> rules, List<MetricDefinition> metrics) {
  public RuleFile {
    rules = List.copyOf(rules);
    metrics = List.copyOf(metrics);
  }
}
