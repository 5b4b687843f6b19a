package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.rulefile.MetricDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The metrics by name: the built-in ones, and a team's own, which take their place. */
final class Metrics {
  private final Map<String, MetricDefinition> byName = new LinkedHashMap<>();
  private final Set<String> broken = new HashSet<>();

  Metrics(List<RuleFile> files) {
    for (RuleFile file : files) {
      for (MetricDefinition metric : file.metrics()) {
        byName.put(metric.name().value(), metric);
      }
    }
  }

  Optional<MetricDefinition> named(Located<String> name) {
    return Optional.ofNullable(byName.get(name.value()));
  }

  /** Its problem is reported; whatever uses it need not be told. */
  void markBroken(String name) {
    broken.add(name);
  }

  boolean isBroken(String name) {
    return broken.contains(name);
  }

  Set<String> names() {
    return byName.keySet();
  }
}
