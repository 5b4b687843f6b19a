package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.MetricDefinition;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.rulefile.SeverityLevel;
import dev.tocsin.dsl.syntax.Expr;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A metric that no rule uses, not even one that is not enabled. Those of a file without rules are
 * for the files that include it, and those of included files for others too.
 */
final class UnusedMetric implements Doubt {

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    RuleFile file = rules.file();
    boolean hasRules =
        file.rules().stream().anyMatch(rule -> rule.span().source().equals(file.source()));
    if (!hasRules) {
      return;
    }
    Set<String> used = used(rules);
    file.metrics().stream()
        .map(MetricDefinition::name)
        .filter(name -> name.span().source().equals(file.source()))
        .filter(name -> !used.contains(name.value()))
        .forEach(
            name ->
                diagnostics.warning(
                    Code.UNUSED_METRIC,
                    name.span(),
                    "no rule uses the metric '%s'".formatted(name.value()),
                    Optional.of("write a rule that does, or remove it")));
  }

  private static Set<String> used(LintedRules rules) {
    Map<String, Expr> metrics = new HashMap<>();
    Stream.of(rules.builtIn(), rules.file())
        .flatMap(file -> file.metrics().stream())
        .forEach(metric -> metrics.put(metric.name().value(), metric.expression()));
    Set<String> used = new HashSet<>();
    Deque<String> open = new ArrayDeque<>();
    rules.file().rules().stream()
        .flatMap(UnusedMetric::expressions)
        .flatMap(MetricNames::in)
        .forEach(open::add);
    while (!open.isEmpty()) {
      String name = open.remove();
      if (metrics.containsKey(name) && used.add(name)) {
        MetricNames.in(Objects.requireNonNull(metrics.get(name))).forEach(open::add);
      }
    }
    return used;
  }

  private static Stream<Expr> expressions(RuleDefinition rule) {
    return Stream.concat(
        Stream.concat(Stream.of(rule.condition()), rule.resolveWhen().stream()),
        rule.levels().stream().map(SeverityLevel::comparison));
  }
}
