package dev.tocsin.window;

import java.time.ZoneId;

/** Which stretch of time a window shows at a tick. */
public sealed interface WindowShape {

  /**
   * A window of fixed length that slides in panes aligned to the epoch, optionally with the stretch
   * just before it as a baseline.
   *
   * @param lengthNanos length of the window
   * @param paneNanos length of a pane
   * @param baselineNanos length of the baseline, a multiple of the pane; 0 for none
   */
  record Sliding(long lengthNanos, long paneNanos, long baselineNanos) implements WindowShape {

    /** At most this many panes make a window, besides the open one. */
    public static final int PANES = 60;

    /**
     * The window of a length at a tick: panes are the largest multiple of the tick that divides the
     * window and is at most a sixtieth of it, at least one tick.
     *
     * @param lengthNanos length, at least a tick
     * @param tickNanos length of a tick
     * @param baselineNanos length of the baseline, rounded up to whole panes; 0 for none
     */
    public static Sliding of(long lengthNanos, long tickNanos, long baselineNanos) {
      long pane = tickNanos;
      for (long ticks = lengthNanos / PANES / tickNanos; ticks > 1; ticks--) {
        if (lengthNanos % (ticks * tickNanos) == 0) {
          pane = ticks * tickNanos;
          break;
        }
      }
      return new Sliding(lengthNanos, pane, (baselineNanos + pane - 1) / pane * pane);
    }
  }

  /**
   * A period of the calendar. At tick T it is the one that contains the instant just before T.
   *
   * @param period its length
   * @param zone whose calendar
   */
  record Calendar(CalendarPeriod period, ZoneId zone) implements WindowShape {}

  /** No window: the last number counts, however old it is. */
  record Latest() implements WindowShape {}

  /** An empty window of this shape over a fold. */
  default Window open(FoldKind kind) {
    if (this instanceof Sliding sliding) {
      return new PaneWindow(sliding, kind);
    }
    if (this instanceof Calendar calendar) {
      return new CalendarWindow(calendar, kind);
    }
    return new LatestWindow(kind);
  }
}
