package dev.tocsin.plan;

import dev.tocsin.api.Severity;
import dev.tocsin.dsl.template.Template;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One rule, ready to be evaluated.
 *
 * @param index its place in {@link Plan#rules()}: the order of the file
 * @param name unique in the file
 * @param condition in its canonical form, parameters filled in; of severities with thresholds of
 *     their own {@code p95(latency) over 10m: warning > 3s, critical > 4s}
 * @param formula when its condition is true
 * @param comparisons those of the condition in the order of the text; of severities with thresholds
 *     of their own one each, the mildest first
 * @param dimensions of its groups, in alphabetical order
 * @param tickNanos how often its condition is decided
 * @param forNanos how long the condition must hold before the alert fires
 * @param keepFiringForNanos how long the alert goes on after the condition stopped holding
 * @param life what else it says of the life of its alerts
 * @param type a label from a closed list, if it has one
 * @param severity of its alerts, the mildest where they have several
 * @param channels where its alerts go
 * @param actions what is done when an alert of it fires
 * @param labels of its alerts, external ones first, in the order of the file
 * @param annotations of its alerts, description and runbook first, in the order of the file
 */
public record RulePlan(
    int index,
    String name,
    String condition,
    Formula formula,
    List<RuleComparison> comparisons,
    List<String> dimensions,
    long tickNanos,
    long forNanos,
    long keepFiringForNanos,
    LifePlan life,
    Optional<String> type,
    Severity severity,
    List<String> channels,
    List<String> actions,
    Map<String, Template> labels,
    Map<String, Template> annotations) {
  public RulePlan {
    comparisons = List.copyOf(comparisons);
    dimensions = List.copyOf(dimensions);
    channels = List.copyOf(channels);
    actions = List.copyOf(actions);
  }

  /** A severity of its alerts: 0 is the mildest. */
  public Severity severity(int level) {
    return level == 0 || life.worse().isEmpty()
        ? severity
        : life.worse().get(Math.min(level, life.worse().size()) - 1).severity();
  }

  /** The comparisons of the condition, and behind them those of {@code resolve_when}. */
  public List<RuleComparison> allComparisons() {
    return Stream.concat(comparisons.stream(), life.resolveComparisons().stream()).toList();
  }

  /** Whether an alert waits for {@code resolve_when} only as long as its group is remembered. */
  public boolean forgets() {
    return life.resolves().isPresent() && !dimensions.isEmpty();
  }
}
