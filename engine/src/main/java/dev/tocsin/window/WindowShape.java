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
   * @param tickNanos length of a tick
   */
  record Sliding(long lengthNanos, long paneNanos, long baselineNanos, long tickNanos)
      implements WindowShape {

    /** At most this many panes make a window, besides the open one. */
    public static final int PANES = 60;

    /**
     * The window of a length at a tick. Panes are the largest multiple of the tick that divides the
     * window and is at most a sixtieth of it, at least one tick; with a baseline both sides have
     * the panes of the shorter, and the longer is rounded up to whole ones.
     *
     * @param lengthNanos length, at least a tick
     * @param tickNanos length of a tick
     * @param baselineNanos length of the baseline; 0 for none
     */
    public static Sliding of(long lengthNanos, long tickNanos, long baselineNanos) {
      long shorter = baselineNanos == 0 ? lengthNanos : Math.min(lengthNanos, baselineNanos);
      long pane = pane(shorter, tickNanos);
      return new Sliding(
          wholePanes(lengthNanos, pane), pane, wholePanes(baselineNanos, pane), tickNanos);
    }

    /**
     * The longest stretch that the window shows at a tick, in seconds. It is between the window's
     * length and a pane more; rates are taken over the longest, so that a steady stream never reads
     * more than it is.
     */
    public double longestSeconds() {
      return (lengthNanos + paneNanos - tickNanos) / 1e9;
    }

    /** The shortest of the stretches; panes divide it. */
    public long shortestNanos() {
      return baselineNanos == 0 ? lengthNanos : Math.min(lengthNanos, baselineNanos);
    }

    /** The same window in panes of another length, the stretches rounded up to whole ones. */
    public Sliding inPanesOf(long otherPaneNanos) {
      return new Sliding(
          wholePanes(lengthNanos, otherPaneNanos),
          otherPaneNanos,
          wholePanes(baselineNanos, otherPaneNanos),
          tickNanos);
    }

    private static long pane(long lengthNanos, long tickNanos) {
      for (long ticks = lengthNanos / PANES / tickNanos; ticks > 1; ticks--) {
        if (lengthNanos % (ticks * tickNanos) == 0) {
          return ticks * tickNanos;
        }
      }
      return tickNanos;
    }

    private static long wholePanes(long lengthNanos, long paneNanos) {
      return (lengthNanos + paneNanos - 1) / paneNanos * paneNanos;
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
