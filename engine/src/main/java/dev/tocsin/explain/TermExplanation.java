package dev.tocsin.explain;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.DerivedPlan;
import dev.tocsin.plan.Expression;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import java.util.List;
import java.util.Optional;

/**
 * One comparison of a condition.
 *
 * @param term the left side as written
 * @param right the right side as written, where it is not a constant: the difference of the two
 *     sides is compared with 0
 * @param label the name of what is compared, unique in the file
 * @param definitions of the metrics that the term stands for, the outer ones first
 * @param comparison what is compared; the threshold in base units
 * @param limits every constant that any rule compares this reading with, the least first: while the
 *     reading stays between two of them, no condition changes
 */
public record TermExplanation(
    String term,
    Optional<String> right,
    String label,
    List<Definition> definitions,
    CrossingPlan comparison,
    List<BandLimit> limits) {
  public TermExplanation {
    definitions = List.copyOf(definitions);
    limits = List.copyOf(limits);
  }

  /** The readings that it rests on; one unless something is calculated. */
  public List<ReadingPlan> readings() {
    return comparison.reading().readings();
  }

  /** How many samples one of its readings needs. */
  public long minSamples(ReadingPlan reading) {
    return comparison.reading() instanceof DerivedPlan derived
        ? minSamples(derived.expression(), reading)
        : comparison.minSamples();
  }

  private static long minSamples(Expression expression, ReadingPlan reading) {
    if (expression instanceof Expression.Reading one && one.plan().equals(reading)) {
      return one.minSamples();
    }
    return expression instanceof Expression.Combined combined
        ? Math.max(minSamples(combined.left(), reading), minSamples(combined.right(), reading))
        : 0;
  }

  /** Whether the condition asks for the absence of events. */
  public boolean asksForAbsence() {
    return comparison.reading() instanceof ReadingPlan reading
        && reading.statistic() instanceof Statistic.Samples;
  }

  /** The constant in the unit as shown: milliseconds, dollars, fractions. */
  public double threshold() {
    return comparison.threshold() / comparison.reading().scale();
  }

  /** A metric and the expression that it stands for, as written. */
  public record Definition(String metric, String expression) {}

  /**
   * A constant that cuts the values of a reading.
   *
   * @param value in the unit as shown
   * @param rules that compare with it, in the order of the file
   */
  public record BandLimit(double value, List<String> rules) {
    public BandLimit {
      rules = List.copyOf(rules);
    }
  }
}
