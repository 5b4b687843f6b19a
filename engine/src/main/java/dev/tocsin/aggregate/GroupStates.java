package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.Numbers;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * What an aggregate remembers of each of its groups, which are known by their places. How it lies
 * in memory is what the implementations differ in: a window object for each group ({@link
 * WindowStates}), or arrays for all ({@link SlidingSums}, {@link CalendarSums}, {@link
 * SlidingSamples}, {@link SlidingDrift}).
 */
sealed interface GroupStates
    permits WindowStates, SlidingSums, CalendarSums, SlidingSamples, SlidingDrift {

  /** Begins a group without numbers. */
  void open(int slot);

  /** Folds a number at its stamp; what is older than the window keeps is left out. */
  void add(int slot, long stampNanos, long value);

  /**
   * Folds numbers of one group whose stamps all lie in one stretch of time.
   *
   * @return false, with nothing folded, where each stamp is needed
   */
  default boolean addAll(int slot, long fromNanos, long untilNanos, Numbers numbers) {
    return false;
  }

  /**
   * Folds numbers of many groups.
   *
   * @param slots whose each is
   * @param stamps of each, all in one stretch of time
   */
  void addEach(
      int[] slots, long[] stamps, long[] values, int size, long fromNanos, long untilNanos);

  /** Moves to a tick and adds the groups whose windows change by that, or that are due. */
  void advance(long tick, SlotSet changed);

  /** Moves one group to the tick; called before it is read. */
  default void settle(int slot, long tick) {}

  /** Looks at a group again when its window changes by itself; called after it was read. */
  default void schedule(int slot) {}

  /** The earliest time at which {@link #advance} has something to do. */
  long nextChange();

  /** Whether a group's windows hold nothing at all. */
  boolean isEmpty(int slot);

  /** How many numbers a group's window shows. */
  long samples(int slot);

  /** What a reading reads for a group, in base units; NaN for no data. */
  double read(ReadingPlan reading, int slot);

  /**
   * How far the distribution functions of a group's window and baseline may have moved in all, as
   * the sum of the largest moves; infinite while either has too few numbers to be compared.
   */
  default double drifted(int slot) {
    return Double.POSITIVE_INFINITY;
  }

  /** Forgets a group. */
  default void forget(int slot) {}

  /**
   * Writes the groups at some places, in their order.
   *
   * @param slots the places, all that there are
   */
  void writeTo(DataOutput out, int[] slots) throws IOException;

  /** Takes over groups that were written, at other places; they must have been opened. */
  void readFrom(DataInput in, int[] slots) throws IOException;
}
