package dev.tocsin.window;

import dev.tocsin.api.Instants;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Which stretch of time a window shows at a tick. */
public sealed interface WindowShape {

  /** An empty window of this shape over a fold. */
  Window open(FoldKind kind);

  /**
   * The first tick at which all that the window shows was watched, if it is watched from a time on;
   * of a period of the calendar the beginning may be missing.
   */
  long watchedFrom(long sinceNanos);

  /** What it shows at a tick; of a window with a baseline, what stands against the baseline. */
  Stretch shown(long tickNanos);

  /**
   * A window of fixed length that slides in panes aligned to the epoch, optionally some time back,
   * optionally with the stretch just before it as a baseline.
   *
   * @param lengthNanos length of the window, a multiple of the pane
   * @param paneNanos length of a pane
   * @param baselineNanos length of the baseline, a multiple of the pane; 0 for none
   * @param offsetNanos how far back the window ends, a multiple of the pane; 0 for now
   * @param tickNanos length of a tick
   */
  record Sliding(
      long lengthNanos, long paneNanos, long baselineNanos, long offsetNanos, long tickNanos)
      implements WindowShape {

    /** At most this many panes make a window, besides the open one. */
    public static final int PANES = 60;

    /** The window of a length up to now. */
    public static Sliding of(long lengthNanos, long tickNanos, long baselineNanos) {
      return of(lengthNanos, tickNanos, baselineNanos, 0);
    }

    /**
     * The window of a length at a tick. Panes are the largest multiple of the tick that divides the
     * window and is at most a sixtieth of it, at least one tick. With a baseline or an offset they
     * are those of the shortest of the three stretches, and the others are rounded up to whole
     * panes: a short offset of a long window takes many panes.
     *
     * @param lengthNanos length, at least a tick
     * @param tickNanos length of a tick
     * @param baselineNanos length of the baseline; 0 for none
     * @param offsetNanos how far back it ends; 0 for now
     */
    public static Sliding of(
        long lengthNanos, long tickNanos, long baselineNanos, long offsetNanos) {
      long shortest = shorter(shorter(lengthNanos, baselineNanos), offsetNanos);
      long pane = pane(shortest, tickNanos);
      return new Sliding(
          wholePanes(lengthNanos, pane),
          pane,
          wholePanes(baselineNanos, pane),
          wholePanes(offsetNanos, pane),
          tickNanos);
    }

    /**
     * The longest stretch that the window shows at a tick, in seconds. It is between the window's
     * length and a pane more, and just its length with an offset; rates are taken over the longest,
     * so that a steady stream never reads more than it is.
     */
    public double longestSeconds() {
      long open = offsetNanos == 0 ? paneNanos - tickNanos : 0;
      return (lengthNanos + open) / 1e9;
    }

    @Override
    public Window open(FoldKind kind) {
      return new PaneWindow(this, kind);
    }

    @Override
    public long watchedFrom(long sinceNanos) {
      return sinceNanos + offsetNanos + lengthNanos;
    }

    @Override
    public Stretch shown(long tick) {
      long first = Math.floorDiv(tick - offsetNanos - lengthNanos, paneNanos) * paneNanos;
      return new Stretch(first, offsetNanos == 0 ? tick : first + lengthNanos);
    }

    private static long shorter(long length, long other) {
      return other == 0 ? length : Math.min(length, other);
    }

    /** The shortest of the stretches; panes divide it. */
    public long shortestNanos() {
      return shorter(shorter(lengthNanos, baselineNanos), offsetNanos);
    }

    /** The same window in panes of another length, the stretches rounded up to whole ones. */
    public Sliding inPanesOf(long otherPaneNanos) {
      return new Sliding(
          wholePanes(lengthNanos, otherPaneNanos),
          otherPaneNanos,
          wholePanes(baselineNanos, otherPaneNanos),
          wholePanes(offsetNanos, otherPaneNanos),
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
   * A period of the calendar. At tick T it is the one that contains the instant just before T, or
   * one before that.
   *
   * @param period its length
   * @param zone whose calendar
   * @param back how many periods back; 0 for the running one
   */
  record Calendar(CalendarPeriod period, ZoneId zone, int back) implements WindowShape {

    /** The running period. */
    public Calendar(CalendarPeriod period, ZoneId zone) {
      this(period, zone, 0);
    }

    @Override
    public Window open(FoldKind kind) {
      return new CalendarWindow(this, kind);
    }

    @Override
    public long watchedFrom(long sinceNanos) {
      if (back == 0) {
        return sinceNanos;
      }
      ZonedDateTime running = period.start(Instants.ofNanos(sinceNanos).atZone(zone));
      for (int i = 0; i < back; i++) {
        running = period.end(running);
      }
      return Instants.toNanos(running.toInstant()) + 1;
    }

    @Override
    public Stretch shown(long tickNanos) {
      PeriodClock clock = new PeriodClock(this);
      clock.moveTo(tickNanos - 1);
      ZonedDateTime first = Instants.ofNanos(clock.shown()).atZone(zone);
      long end = Instants.toNanos(period.end(first).toInstant());
      return new Stretch(clock.shown(), Math.min(end, tickNanos));
    }
  }

  /** No window: the last number counts, however old it is. */
  record Latest() implements WindowShape {
    @Override
    public Window open(FoldKind kind) {
      return new LatestWindow(kind);
    }

    @Override
    public long watchedFrom(long sinceNanos) {
      return sinceNanos;
    }

    @Override
    public Stretch shown(long tickNanos) {
      return new Stretch(Long.MIN_VALUE, tickNanos);
    }
  }
}
