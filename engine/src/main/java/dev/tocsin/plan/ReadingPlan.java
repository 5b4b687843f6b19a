package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import java.util.List;

/**
 * A statistic of an aggregate: one value for each group at each tick. Equal readings are one.
 *
 * @param id its place in {@link Plan#readings()}
 * @param aggregate what it is read off
 * @param statistic how
 * @param unit what the value counts
 * @param scale base units in one unit as shown: 1e9 for money and scores, 1000 for durations, 1 for
 *     the rest
 * @param text as the first rule that uses it wrote it
 */
public record ReadingPlan(
    int id, AggregatePlan aggregate, Statistic statistic, Unit unit, double scale, String text)
    implements Quantity {

  /** By its id alone: equal readings have the same, and the rest is deep. */
  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public List<String> dimensions() {
    return aggregate.fold().dimensions();
  }

  @Override
  public List<ReadingPlan> readings() {
    return List.of(this);
  }

  /** Whether it reads 0 instead of no data when empty. */
  public boolean zeroWhenEmpty() {
    return statistic.zeroWhenEmpty() && dimensions().isEmpty();
  }
}
