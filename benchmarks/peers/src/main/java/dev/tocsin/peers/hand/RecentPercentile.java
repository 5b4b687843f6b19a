package dev.tocsin.peers.hand;

import dev.tocsin.peers.tight.Buckets;
import java.util.Arrays;

/** The 95th percentile over the last so many seconds, from buckets of less than 1 %. */
final class RecentPercentile {
  private static final int INITIAL = 64;
  private static final double BEYOND = 0.05;

  private final int[] counts = new int[Buckets.LOGARITHMIC];
  private final short[][] bucketsOf;
  private final int[] sizes;
  private int now;
  private int greatest;
  private int samples;

  RecentPercentile(int seconds) {
    bucketsOf = new short[seconds][INITIAL];
    sizes = new int[seconds];
  }

  /** Begins a second; the one that is over falls out. */
  void next() {
    now = now + 1 == sizes.length ? 0 : now + 1;
    short[] leaving = bucketsOf[now];
    for (int i = 0; i < sizes[now]; i++) {
      counts[leaving[i]]--;
    }
    samples -= sizes[now];
    sizes[now] = 0;
  }

  void add(long value) {
    int bucket = Buckets.logarithmic(value);
    counts[bucket]++;
    samples++;
    greatest = Math.max(greatest, bucket);
    int size = sizes[now]++;
    if (size == bucketsOf[now].length) {
      bucketsOf[now] = Arrays.copyOf(bucketsOf[now], size * 2);
    }
    bucketsOf[now][size] = (short) bucket;
  }

  int samples() {
    return samples;
  }

  /** Nearest rank, counted from the top; NaN where there is nothing. */
  double read() {
    if (samples == 0) {
      return Double.NaN;
    }
    long above = (long) Math.floor(BEYOND * samples + 1e-9);
    int bucket = greatest;
    for (long seen = counts[bucket]; seen <= above; seen += counts[bucket]) {
      bucket--;
    }
    return Buckets.middle(bucket);
  }
}
