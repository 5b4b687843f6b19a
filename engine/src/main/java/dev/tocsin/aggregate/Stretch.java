package dev.tocsin.aggregate;

/** The tick that the calls of a batch belong to: their stamps lie in it. */
final class Stretch {
  private final long tickNanos;
  private long from;
  private long until;

  Stretch(long tickNanos) {
    this.tickNanos = tickNanos;
  }

  /** The first instant. */
  long from() {
    return from;
  }

  /** The first instant behind. */
  long until() {
    return until;
  }

  boolean contains(long stampNanos) {
    return stampNanos >= from && stampNanos < until;
  }

  void moveTo(long stampNanos) {
    from = Math.floorDiv(stampNanos, tickNanos) * tickNanos;
    until = from + tickNanos;
  }
}
