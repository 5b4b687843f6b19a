package dev.tocsin.window;

import java.io.DataOutput;
import java.io.IOException;

/** One group's numbers in one window. */
public sealed interface Window permits PaneWindow, CalendarWindow, LatestWindow {

  /** Stands for "never" in {@link #nextChange}. */
  long NEVER = Long.MAX_VALUE;

  /** Folds a number at its stamp; what is older than the window keeps is left out. */
  void add(long stampNanos, long value);

  /**
   * Folds numbers whose stamps all lie in one stretch of time, where it matters to this window only
   * that they do.
   *
   * @param fromNanos the first instant of the stretch
   * @param untilNanos the first instant behind it
   * @return false, with nothing folded, where the window needs each stamp: see {@link #add}
   */
  boolean addAll(long fromNanos, long untilNanos, Numbers numbers);

  /** Moves the window to a tick; time does not go back. */
  void advance(long tickNanos);

  /**
   * The earliest time at which {@link #advance} would change what the window shows if nothing is
   * added, or {@link #NEVER}.
   */
  long nextChange();

  /** What the window shows. */
  FoldState<?> current();

  /** What its baseline shows; empty for a window without one. */
  FoldState<?> baseline();

  /**
   * How far the distribution functions of what it shows and of its baseline may have moved in all:
   * k numbers more or fewer among n move one by at most k / n. Infinite without a baseline.
   */
  default double drifted() {
    return Double.POSITIVE_INFINITY;
  }

  /** Whether it holds nothing at all. */
  boolean isEmpty();

  /** Writes its state so that a window of equal shape can {@link #readFrom} it. */
  void writeTo(DataOutput out) throws IOException;

  /** Takes over a state that was written; the window must be new. */
  void readFrom(java.io.DataInput in) throws IOException;
}
