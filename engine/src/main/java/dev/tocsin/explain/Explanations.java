package dev.tocsin.explain;

import dev.tocsin.aggregate.Footprint;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.SeverityLevel;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.explain.TermExplanation.BandLimit;
import dev.tocsin.explain.TermExplanation.Definition;
import dev.tocsin.match.drools.DrlText;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.ReadingLabels;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.RuleComparison;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.plan.Statistic;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Explains the rules of a plan. Every estimate is computed anew; nothing here is fast. */
public final class Explanations {
  private final Plan plan;
  private final Definitions definitions;
  private final ReadingLabels labels;

  private Explanations(Plan plan, Map<String, Expr> metrics) {
    this.plan = plan;
    this.definitions = new Definitions(metrics);
    this.labels = new ReadingLabels(plan);
  }

  /**
   * Explains the enabled rules, in the order of the file.
   *
   * @param plan the rules
   * @param written the same rules as written
   * @param metrics every metric by name
   */
  public static List<RuleExplanation> of(
      Plan plan, List<RuleDefinition> written, Map<String, Expr> metrics) {
    Explanations explanations = new Explanations(plan, metrics);
    return plan.rules().stream()
        .map(
            rule ->
                explanations.explain(
                    rule,
                    written.stream()
                        .filter(definition -> definition.name().value().equals(rule.name()))
                        .findFirst()
                        .orElseThrow()))
        .toList();
  }

  private RuleExplanation explain(RulePlan rule, RuleDefinition written) {
    return new RuleExplanation(
        rule,
        condition(written),
        written.resolveWhen().map(Explanations::oneLine),
        terms(rule.comparisons(), compared(written)),
        written
            .resolveWhen()
            .map(ends -> terms(rule.life().resolveComparisons(), sides(ends).toList()))
            .orElse(List.of()),
        aggregates(rule),
        RuleRoute.of(plan, rule),
        DrlText.of(plan, rule));
  }

  private static List<Expr> compared(RuleDefinition written) {
    return written.levels().isEmpty()
        ? sides(written.condition()).toList()
        : written.levels().stream().<Expr>map(SeverityLevel::comparison).toList();
  }

  /** With what each severity begins at, where they differ. */
  private static String condition(RuleDefinition written) {
    if (written.levels().isEmpty()) {
      return oneLine(written.condition());
    }
    return oneLine(written.levels().get(0).comparison().left())
        + written.levels().stream()
            .map(level -> oneLine(level.comparison()) + " (" + level.severity().value() + ")")
            .collect(Collectors.joining(", ", " ", ""));
  }

  private static String oneLine(Expr condition) {
    return condition.span().text().strip().replaceAll("\\s+", " ");
  }

  private List<TermExplanation> terms(List<RuleComparison> comparisons, List<Expr> left) {
    List<TermExplanation> terms = new ArrayList<>();
    for (int i = 0; i < comparisons.size(); i++) {
      RuleComparison comparison = comparisons.get(i);
      boolean paired = left.size() == comparisons.size();
      terms.add(
          paired
              ? term(comparison, right(comparison, left.get(i)), definitions.of(left.get(i)))
              : term(comparison, Optional.empty(), List.of()));
    }
    return terms;
  }

  private static Stream<Expr> sides(Expr expr) {
    if (expr instanceof Expr.And and) {
      return and.operands().stream().flatMap(Explanations::sides);
    }
    if (expr instanceof Expr.Or or) {
      return or.operands().stream().flatMap(Explanations::sides);
    }
    return expr instanceof Expr.Not not ? sides(not.operand()) : Stream.of(expr);
  }

  /** The other side, where it is not a constant. */
  private static Optional<String> right(RuleComparison comparison, Expr written) {
    return comparison.sides().isPresent() && written instanceof Expr.Comparison sides
        ? Optional.of(sides.right().span().text().strip())
        : Optional.empty();
  }

  private TermExplanation term(
      RuleComparison comparison, Optional<String> right, List<Definition> metrics) {
    CrossingPlan crossing = comparison.crossing();
    Quantity quantity = crossing.reading();
    List<BandLimit> limits =
        plan.crossings().stream()
            .filter(other -> other.reading().equals(quantity))
            .map(CrossingPlan::threshold)
            .distinct()
            .sorted()
            .map(
                constant ->
                    new BandLimit(
                        constant / quantity.scale(),
                        rules(
                            other ->
                                other.reading().equals(quantity) && other.threshold() == constant)))
            .toList();
    return new TermExplanation(
        comparison.term(), right, labels.of(quantity), metrics, crossing, limits);
  }

  private List<AggregateExplanation> aggregates(RulePlan rule) {
    return rule.allComparisons().stream()
        .flatMap(comparison -> comparison.crossing().reading().readings().stream())
        .map(ReadingPlan::aggregate)
        .distinct()
        .map(aggregate -> aggregate(rule, aggregate))
        .toList();
  }

  private AggregateExplanation aggregate(RulePlan rule, AggregatePlan aggregate) {
    List<ReadingPlan> readings =
        plan.readings().stream()
            .filter(r -> r.aggregate().id() == aggregate.id())
            .filter(r -> !(r.statistic() instanceof Statistic.Remembered))
            .toList();
    List<String> others =
        rules(
                crossing ->
                    crossing.reading().readings().stream()
                        .anyMatch(reading -> reading.aggregate().id() == aggregate.id()))
            .stream()
            .filter(name -> !name.equals(rule.name()))
            .toList();
    return new AggregateExplanation(
        aggregate,
        readings.stream().map(reading -> labels.of(reading)).toList(),
        Footprint.quiet(aggregate, readings),
        Footprint.busy(aggregate, readings),
        others);
  }

  /** The rules of which any comparison is such. */
  private List<String> rules(Predicate<CrossingPlan> which) {
    return plan.rules().stream()
        .filter(rule -> rule.allComparisons().stream().anyMatch(c -> which.test(c.crossing())))
        .map(RulePlan::name)
        .toList();
  }
}
