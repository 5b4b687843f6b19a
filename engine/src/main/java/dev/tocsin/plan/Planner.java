package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.routing.RoutingPlan;
import dev.tocsin.routing.RoutingPlanner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes the plan of a rule file. */
public final class Planner {
  /** How often conditions are decided where a file does not say. */
  public static final Duration DEFAULT_EVALUATE_EVERY = Duration.ofSeconds(1);

  private Planner() {}

  /**
   * Types every metric and every rule and reports what is wrong with any of them.
   *
   * @param builtIn the built-in metrics
   * @param file the rules, and metrics that take the place of built-in ones
   * @param names what the rules may refer to
   * @param diagnostics takes the problems; with errors in it the plan is incomplete
   */
  public static Plan plan(
      RuleFile builtIn, RuleFile file, KnownNames names, Diagnostics diagnostics) {
    Problems problems = new Problems(diagnostics);
    Duration tick = file.evaluateEvery().map(Located::value).orElse(DEFAULT_EVALUATE_EVERY);
    Metrics metrics = new Metrics(List.of(builtIn, file));
    MetricCheck metricCheck = new MetricCheck(problems, metrics, tick.toNanos(), names.fields());
    file.metrics().forEach(metricCheck::check);
    Interner interner = new Interner(tick.toNanos());
    RulePlanner planner = new RulePlanner(problems, metrics, tick, labels(file), names.fields());
    List<RulePlan> rules = new ArrayList<>();
    for (RuleDefinition rule : file.rules()) {
      names.check(rule, diagnostics);
      Interner target =
          rule.enabled() ? interner : new Interner(tick.toNanos()); // checked, but not folded
      Optional<RulePlan> plan = planner.plan(rule, rules.size(), target);
      if (rule.enabled()) {
        plan.ifPresent(rules::add);
      }
    }
    names.check(file.routing(), diagnostics);
    RoutingPlan routing = RoutingPlanner.plan(file.routing(), diagnostics);
    return interner.plan(rules, OverflowAlert.of(file), routing);
  }

  private static Map<String, Template> labels(RuleFile file) {
    Map<String, Template> labels = new LinkedHashMap<>();
    file.externalLabels()
        .forEach((name, text) -> labels.put(name, Template.ofText(text.value(), text.span())));
    return labels;
  }
}
