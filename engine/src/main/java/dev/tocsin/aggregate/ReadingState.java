package dev.tocsin.aggregate;

import dev.tocsin.plan.Group;
import dev.tocsin.plan.Quantity;

/**
 * One reading, or calculated number, of one group, with the place where the gate notes the band it
 * is in.
 */
public final class ReadingState {
  /** The band of a reading without data, and of one that was never looked at. */
  public static final int NO_DATA = -1;

  private final Quantity plan;
  private final Group group;

  /** Among the constants; {@link #NO_DATA} or 0 to 2n. Written by the gate only. */
  public int band = NO_DATA;

  /** How many of the sample minimums are met. Written by the gate only. */
  public int sampleBand;

  ReadingState(Quantity plan, Group group) {
    this.plan = plan;
    this.group = group;
  }

  /** What is read. */
  public Quantity plan() {
    return plan;
  }

  /** Of which group. */
  public Group group() {
    return group;
  }
}
