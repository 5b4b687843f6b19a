package dev.tocsin.explain;

import dev.tocsin.plan.CrossingPlan;
import java.util.List;

/**
 * One comparison of a condition.
 *
 * @param term the left side as written
 * @param label the name of the reading, unique in the file
 * @param definitions of the metrics that the term stands for, the outer ones first
 * @param comparison what is compared; the threshold in base units
 * @param limits every constant that any rule compares this reading with, the least first: while the
 *     reading stays between two of them, no condition changes
 */
public record TermExplanation(
    String term,
    String label,
    List<Definition> definitions,
    CrossingPlan comparison,
    List<BandLimit> limits) {
  public TermExplanation {
    definitions = List.copyOf(definitions);
    limits = List.copyOf(limits);
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
