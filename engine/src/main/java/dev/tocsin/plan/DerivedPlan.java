package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import java.util.List;

/**
 * A number calculated from readings at each tick. It has no data where one of them has none. Equal
 * ones are one.
 *
 * @param id its place in {@link Plan#derived()}
 * @param expression how it is calculated
 * @param dimensions of the reading with the most; readings with fewer apply to each of its groups
 * @param unit what the value counts
 * @param scale base units in one unit as shown
 * @param text as the first rule that uses it wrote it
 */
public record DerivedPlan(
    int id, Expression expression, List<String> dimensions, Unit unit, double scale, String text)
    implements Quantity {
  public DerivedPlan {
    dimensions = List.copyOf(dimensions);
  }

  /** By its id alone: equal ones have the same, and the rest is deep. */
  @Override
  public int hashCode() {
    return id;
  }

  @Override
  public List<ReadingPlan> readings() {
    return expression.readings();
  }
}
