package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Span;
import java.util.List;

/** A side of a comparison, or a part of one, with its unit. */
sealed interface TypedValue permits Literal, TypedValue.Calculated {

  /** Where it was written. */
  Span span();

  /**
   * A number that rests on readings.
   *
   * @param expression gives it in base units
   * @param dimensions of its groups
   * @param unit what it counts
   * @param scale base units in one unit as shown
   * @param span where it was written
   */
  record Calculated(
      Expression expression, List<String> dimensions, Unit unit, double scale, Span span)
      implements TypedValue {}
}
