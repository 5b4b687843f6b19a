package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.rulefile.MetricDefinition;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.FieldCatalog;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Types the metrics of a file by themselves, so that a mistake in one is told also when no rule
 * uses it, and once when many do.
 */
final class MetricCheck {
  private final Problems problems;
  private final Metrics metrics;
  private final long tickNanos;
  private final FieldCatalog fields;

  MetricCheck(Problems problems, Metrics metrics, long tickNanos, FieldCatalog fields) {
    this.problems = problems;
    this.metrics = metrics;
    this.tickNanos = tickNanos;
    this.fields = fields;
  }

  void check(MetricDefinition metric) {
    RuleDefinition rule = userOf(metric.name());
    Interner interner = new Interner(tickNanos); // typed, but not folded
    TermTyper terms = new TermTyper(problems, metrics, interner, fields);
    ValueTyper values =
        new ValueTyper(
            problems,
            metrics,
            interner,
            terms,
            new RuleWindows(rule, tickNanos, problems),
            new RuleClauses(rule, problems),
            Optional.empty());
    try {
      values.type(rule.condition());
    } catch (TypingException reported) {
      metrics.markBroken(metric.name().value());
    }
  }

  /** A rule that has a window for whatever needs one. */
  private RuleDefinition userOf(Located<String> name) {
    Optional<Located<Duration>> window =
        Optional.of(new Located<>(Duration.ofNanos(60 * tickNanos), name.span()));
    return new RuleDefinition(
        name,
        Optional.empty(),
        new Expr.Name(name.value(), name.span()),
        window,
        window,
        window,
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        true,
        Optional.empty(),
        Map.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Set.of(),
        Set.of(),
        name.span());
  }
}
