package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.routing.RoutingDefinition;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A rule file as written, with all it includes: names are not resolved and units not checked yet.
 *
 * @param source the text
 * @param sources all texts it was read from, itself first
 * @param evaluateEvery how often conditions are decided, if the file says
 * @param channels where alerts go that no rule makes: those of the file's own {@code defaults}
 * @param parameters what whoever includes the file can set; of the file itself
 * @param externalLabels for every alert, in the order of the files
 * @param rules those of included files first, then in the order of the file; what {@code defaults}
 *     and groups say is in them
 * @param metrics in the same order
 * @param routing where alerts go
 */
public record RuleFile(
    Source source,
    List<Source> sources,
    Optional<Located<Duration>> evaluateEvery,
    List<Located<String>> channels,
    List<Parameter> parameters,
    Map<String, Located<String>> externalLabels,
    List<RuleDefinition> rules,
    List<MetricDefinition> metrics,
    RoutingDefinition routing) {
  public RuleFile {
    sources = List.copyOf(sources);
    channels = List.copyOf(channels);
    parameters = List.copyOf(parameters);
    rules = List.copyOf(rules);
    metrics = List.copyOf(metrics);
  }
}
