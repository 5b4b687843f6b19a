package dev.tocsin.peers.tight;

/**
 * Where the panes of a sliding window stand in a ring of one more than divide the window. While a
 * pane is open, the ring holds it and those that divide the window before it; when it ends, the
 * oldest leaves and its slot is the next open one.
 */
final class PaneRing {
  final int slots;
  private final long paneNanos;
  private int open;
  private long openEnd = Long.MIN_VALUE;

  PaneRing(long paneNanos, int panes) {
    this.paneNanos = paneNanos;
    this.slots = panes + 1;
  }

  /** The slot of the open pane. */
  int open() {
    return open;
  }

  /** Whether a second that ends at a tick is the first of a pane; then that is the open one. */
  boolean opensWith(long tick) {
    if (tick <= openEnd) {
      return false;
    }
    boolean first = openEnd == Long.MIN_VALUE;
    openEnd = Math.floorDiv(tick + paneNanos - 1, paneNanos) * paneNanos;
    open = first ? 0 : back(slots - 1);
    return true;
  }

  /** Whether the open pane ends at a tick, and so one leaves. */
  boolean endsAt(long tick) {
    return tick == openEnd;
  }

  /** The slot of the pane so many before the open one. */
  int back(int panes) {
    int slot = open - panes;
    return slot < 0 ? slot + slots : slot;
  }
}
