package dev.tocsin.peers.tight;

import java.util.Arrays;

/**
 * The Kolmogorov-Smirnov distance between the last 30 minutes of a number and the two hours before,
 * over the buckets of both.
 *
 * <p>The distance takes a walk over all buckets, so it is taken only when a constant may have been
 * reached: k more or fewer of n numbers move a distribution function by at most k / n. What may
 * have moved since the last walk is added up; while it is less than the way to the nearest
 * constant, no comparison can have changed.
 */
final class SlidingDrift {
  private static final int CURRENT = 60;
  private static final int BASELINE = 240;
  private static final int MIN_BASELINE = 30;
  private static final double ROUNDING = 1e-9;

  private final Levels levels;
  private final PaneRing ring;
  private final int[][] panes;
  private final int[] samplesOf = new int[CURRENT + BASELINE + 1];
  private final int[] closed;
  private final int[] baseline;
  private int[] open;
  private int low = Integer.MAX_VALUE;
  private int high;
  private int openSamples;
  private int lastOpenSamples;
  private long samples;
  private long baselineSamples;
  private double room = -1; // how far the distance may move before it must be looked at

  SlidingDrift(long paneNanos, int buckets, Levels levels) {
    this.levels = levels;
    ring = new PaneRing(paneNanos, CURRENT + BASELINE);
    panes = new int[CURRENT + BASELINE + 1][buckets];
    closed = new int[buckets];
    baseline = new int[buckets];
    open = panes[0];
  }

  /** Before the numbers of a second. */
  void begin(long tick) {
    int last = ring.open();
    if (!ring.opensWith(tick)) {
      return;
    }
    if (openSamples > 0) {
      Counts.add(closed, open, low, high);
      samplesOf[last] = openSamples;
      openSamples = 0;
      lastOpenSamples = 0;
    }
    open = panes[ring.open()];
  }

  /** Takes the bucket of a number. */
  void add(int bucket) {
    open[bucket]++;
    openSamples++;
    if (bucket < low) {
      low = bucket;
    }
    if (bucket > high) {
      high = bucket;
    }
  }

  /** After the numbers of a second. */
  void end(long tick) {
    int added = openSamples - lastOpenSamples;
    if (added == 0 && !ring.endsAt(tick)) {
      return;
    }
    lastOpenSamples = openSamples;
    samples += added;
    room -= (double) added / samples;
    if (ring.endsAt(tick)) {
      toBaseline(ring.back(CURRENT));
      leave(ring.back(CURRENT + BASELINE));
    }
    if (!(room > ROUNDING)) {
      look(tick);
    }
  }

  private void toBaseline(int slot) {
    int moving = samplesOf[slot];
    if (moving > 0) {
      Counts.subtract(closed, panes[slot], low, high);
      Counts.add(baseline, panes[slot], low, high);
      samples -= moving;
      baselineSamples += moving;
      room -= (double) moving / samples + (double) moving / baselineSamples;
    }
  }

  private void leave(int slot) {
    int leaving = samplesOf[slot];
    if (leaving > 0) {
      Counts.subtract(baseline, panes[slot], low, high);
      Arrays.fill(panes[slot], low, high + 1, 0);
      samplesOf[slot] = 0;
      baselineSamples -= leaving;
      room -= (double) leaving / baselineSamples;
    }
  }

  private void look(long tick) {
    double distance = distance();
    if (!(levels.room(distance) > ROUNDING)) {
      distance = roundedDistance();
    }
    levels.read(distance, samples, tick);
    // a number of samples that matters is near: look again at the next chance
    boolean few = samples < 1_000 || baselineSamples < 1_000;
    room = few ? -1 : levels.room(distance);
  }

  /** In whole numbers but for the last step; that is exact to a few units in the last place. */
  private double distance() {
    if (samples == 0 || baselineSamples < MIN_BASELINE) {
      return Double.NaN;
    }
    int[] closedNow = closed;
    int[] openNow = open;
    int[] before = baseline;
    long now = samples;
    long then = baselineSamples;
    long most = 0;
    long least = 0;
    long difference = 0;
    for (int i = low; i <= high; i++) {
      difference += (closedNow[i] + openNow[i]) * then - before[i] * now;
      most = Math.max(most, difference);
      least = Math.min(least, difference);
    }
    return (double) Math.max(most, -least) / ((double) now * then);
  }

  /** With the engine's roundings, for when a constant is that near. */
  private double roundedDistance() {
    if (samples == 0 || baselineSamples < MIN_BASELINE) {
      return Double.NaN;
    }
    double largest = 0;
    long seen = 0;
    long seenBefore = 0;
    for (int i = low; i <= high; i++) {
      seen += closed[i] + open[i];
      seenBefore += baseline[i];
      double distance = (double) seen / samples - (double) seenBefore / baselineSamples;
      largest = Math.max(largest, Math.abs(distance));
    }
    return largest;
  }
}
