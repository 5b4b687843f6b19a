package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.rulefile.Flapping;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.event.CompareOp;
import java.util.List;
import java.util.Optional;

/** Plans what a rule says of the life of its alerts. */
final class LifePlanner {
  /** So many are remembered of an alert. */
  private static final long MOST_CHANGES = 1_000;

  private final Interner interner;

  /**
   * @param interner takes what is to be compared besides the condition
   */
  LifePlanner(Interner interner) {
    this.interner = interner;
  }

  LifePlan plan(
      RuleDefinition rule,
      ConditionTyper.Typed condition,
      List<RuleComparison> comparisons,
      Optional<ConditionTyper.Typed> resolves,
      List<RuleComparison> resolveComparisons,
      List<WorsePlan> worse) {
    NoData noData = rule.noData().map(Located::value).orElse(NoData.RESOLVE);
    boolean unknown = noData != NoData.RESOLVE;
    boolean forgets = resolves.isPresent() && !condition.dimensions().isEmpty();
    return new LifePlan(
        noData,
        unknown || forgets ? remembered(condition.dimensions(), comparisons) : List.of(),
        unknown ? Optional.of(opposite(condition.formula())) : Optional.empty(),
        resolves.map(ConditionTyper.Typed::formula),
        resolveComparisons,
        resolves.map(ConditionTyper.Typed::dimensions).orElse(List.of()),
        worse,
        condition.dimensions().isEmpty()
            ? LifePlan.NO_LIMIT
            : rule.limit().map(Located::value).orElse(LifePlan.NO_LIMIT),
        rule.flapping()
            .filter(Flapping::isOn)
            .map(
                flapping ->
                    new FlapPlan(
                        (int) Math.min(MOST_CHANGES, flapping.changes()),
                        flapping.within().toNanos())));
  }

  /** One for each aggregate that has the groups of the rule. */
  private List<CrossingPlan> remembered(List<String> dimensions, List<RuleComparison> comparisons) {
    return comparisons.stream()
        .flatMap(comparison -> comparison.crossing().reading().readings().stream())
        .filter(reading -> reading.dimensions().equals(dimensions))
        .map(this::remembered)
        .distinct()
        .toList();
  }

  private CrossingPlan remembered(ReadingPlan reading) {
    ReadingPlan groups =
        interner.reading(
            reading.aggregate(),
            new Statistic.Remembered(),
            Unit.COUNT,
            1,
            "remembered(" + reading.text() + ")");
    return interner.crossing(groups, CompareOp.GREATER_OR_EQUAL, 0, 0);
  }

  /** When the formula is false: with data everywhere that is when it is not true. */
  private Formula opposite(Formula formula) {
    if (formula instanceof Formula.And and) {
      return new Formula.Or(opposites(and.operands()));
    }
    if (formula instanceof Formula.Or or) {
      return new Formula.And(opposites(or.operands()));
    }
    CrossingPlan crossing = ((Formula.Atom) formula).crossing();
    return new Formula.Atom(
        interner.crossing(
            crossing.reading(),
            crossing.operator().negated(),
            crossing.threshold(),
            crossing.minSamples()));
  }

  private List<Formula> opposites(List<Formula> operands) {
    return operands.stream().map(this::opposite).toList();
  }

  /** In how many ways a formula can be false, each something that the matcher looks for. */
  static long waysToBeFalse(Formula formula) {
    if (formula instanceof Formula.And and) {
      return and.operands().stream().mapToLong(LifePlanner::waysToBeFalse).sum();
    }
    if (formula instanceof Formula.Or or) {
      return or.operands().stream()
          .mapToLong(LifePlanner::waysToBeFalse)
          .reduce(1, (a, b) -> Math.min(Integer.MAX_VALUE, a * b));
    }
    return 1;
  }
}
