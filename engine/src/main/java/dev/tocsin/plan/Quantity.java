package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import java.util.List;

/** A number that conditions compare with constants: a reading, or one calculated from readings. */
public sealed interface Quantity permits ReadingPlan, DerivedPlan {

  /** Its place among its kind: in {@link Plan#readings()} or {@link Plan#derived()}. */
  int id();

  /** What the value counts. */
  Unit unit();

  /** Base units in one unit as shown. */
  double scale();

  /** As the first rule that uses it wrote it. */
  String text();

  /** The dimensions of its groups, in alphabetical order; empty for one total. */
  List<String> dimensions();

  /** The readings that it rests on, in the order of the text. */
  List<ReadingPlan> readings();
}
