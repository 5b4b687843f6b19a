package dev.tocsin.window;

/**
 * Which panes a sliding window shows at a tick, by their indexes.
 *
 * @param baselineFrom the first of the baseline
 * @param currentFrom the first of the window, behind the baseline
 * @param until the first that is not shown yet
 */
record Reach(long baselineFrom, long currentFrom, long until) {

  /** Where a pane stands. */
  enum Place {
    GONE,
    BASELINE,
    CURRENT,
    AHEAD
  }

  /** Before the first tick: nothing has left, and with an offset nothing shows. */
  static Reach initial(WindowShape.Sliding shape) {
    return new Reach(
        Long.MIN_VALUE, Long.MIN_VALUE, shape.offsetNanos() == 0 ? Long.MAX_VALUE : Long.MIN_VALUE);
  }

  /** At a tick. */
  static Reach at(WindowShape.Sliding shape, long tickNanos) {
    long back = shape.offsetNanos() + shape.lengthNanos();
    return from(shape, Math.floorDiv(tickNanos - back, shape.paneNanos()));
  }

  /** With the given first pane of the window. */
  static Reach from(WindowShape.Sliding shape, long currentFrom) {
    if (currentFrom == Long.MIN_VALUE) {
      return initial(shape);
    }
    return new Reach(
        currentFrom - shape.baselineNanos() / shape.paneNanos(),
        currentFrom,
        shape.offsetNanos() == 0
            ? Long.MAX_VALUE
            : currentFrom + shape.lengthNanos() / shape.paneNanos());
  }

  Place of(long pane) {
    if (pane >= until) {
      return Place.AHEAD;
    }
    if (pane >= currentFrom) {
      return Place.CURRENT;
    }
    return pane >= baselineFrom ? Place.BASELINE : Place.GONE;
  }
}
