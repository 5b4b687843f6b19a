package dev.tocsin.peers.tight;

import java.util.Arrays;

/**
 * The 95th percentile over a sliding window by nearest rank. A number adds one to a bucket of the
 * open pane; panes are added and subtracted whole, which the compiler does eight buckets at a time;
 * the rank is followed by a pointer that moves a few buckets a second.
 */
final class SlidingPercentile {
  private static final int PANES = 60;
  private static final long MILLION = 1_000_000;
  private static final long QUANTILE_MILLIONTHS = 950_000;

  private final PaneRing ring;
  private final int[][] panes = new int[PANES + 1][Buckets.LOGARITHMIC];
  private final long[] leasts = new long[PANES + 1];
  private final long[] greatests = new long[PANES + 1];
  private final long[] samplesOf = new long[PANES + 1];
  private final int[] closed = new int[Buckets.LOGARITHMIC];
  private int[] open = panes[0];
  private int low = Buckets.LOGARITHMIC;
  private int high;
  private long least = Long.MAX_VALUE;
  private long greatest = Long.MIN_VALUE;
  private long openLeast = Long.MAX_VALUE;
  private long openGreatest = Long.MIN_VALUE;
  private long samples;
  private long closedSamples;
  private int pointer;
  private long before; // how many numbers are in buckets before the pointer

  SlidingPercentile(long paneNanos) {
    ring = new PaneRing(paneNanos, PANES);
    Arrays.fill(leasts, Long.MAX_VALUE);
    Arrays.fill(greatests, Long.MIN_VALUE);
  }

  /** Before the numbers of a second. */
  void begin(long tick) {
    int last = ring.open();
    if (!ring.opensWith(tick)) {
      return;
    }
    Counts.add(closed, open, low, high);
    least = Math.min(least, openLeast);
    greatest = Math.max(greatest, openGreatest);
    leasts[last] = openLeast;
    greatests[last] = openGreatest;
    samplesOf[last] += samples - closedSamples;
    closedSamples = samples;
    openLeast = Long.MAX_VALUE;
    openGreatest = Long.MIN_VALUE;
    open = panes[ring.open()];
  }

  /** Takes a number and its bucket. */
  void add(long value, int bucket) {
    open[bucket]++;
    samples++;
    if (bucket < pointer) {
      before++;
    }
    if (value < openLeast) { // in buckets too: panes are walked between these
      openLeast = value;
      low = Math.min(low, bucket);
    }
    if (value > openGreatest) {
      openGreatest = value;
      high = Math.max(high, bucket);
    }
  }

  /** After the numbers of a second. */
  void end(long tick) {
    if (ring.endsAt(tick)) {
      leave(ring.back(PANES));
    }
  }

  long samples() {
    return samples;
  }

  /** NaN where there is nothing. */
  double read() {
    if (samples == 0) {
      return Double.NaN;
    }
    long rank = (QUANTILE_MILLIONTHS * samples + MILLION - 1) / MILLION;
    while (before >= rank) {
      pointer--;
      before -= closed[pointer] + open[pointer];
    }
    int here = closed[pointer] + open[pointer];
    while (before + here < rank) {
      before += here;
      pointer++;
      here = closed[pointer] + open[pointer];
    }
    long middle = Buckets.middle(pointer);
    return Math.max(Math.min(least, openLeast), Math.min(Math.max(greatest, openGreatest), middle));
  }

  private void leave(int slot) {
    int[] pane = panes[slot];
    before -= Counts.sum(pane, low, pointer - 1);
    Counts.subtract(closed, pane, low, high);
    Arrays.fill(pane, low, high + 1, 0);
    samples -= samplesOf[slot];
    closedSamples -= samplesOf[slot];
    samplesOf[slot] = 0;
    leasts[slot] = Long.MAX_VALUE;
    greatests[slot] = Long.MIN_VALUE;
    least = Arrays.stream(leasts).min().orElse(Long.MAX_VALUE);
    greatest = Arrays.stream(greatests).max().orElse(Long.MIN_VALUE);
  }
}
