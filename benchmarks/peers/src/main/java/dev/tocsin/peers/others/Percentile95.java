package dev.tocsin.peers.others;

import dev.tocsin.peers.tight.Buckets;

/** The 95th percentile of what came and did not leave, from buckets of less than 1 %. */
public final class Percentile95 {
  private static final int OF_100 = 95;

  private final int[] counts = new int[Buckets.LOGARITHMIC];
  private int samples;
  private int pointer;
  private int before;

  /** Takes a number. */
  public void add(long value) {
    change(value, 1);
  }

  /** A number that came leaves. */
  public void remove(long value) {
    change(value, -1);
  }

  /** Forgets all. */
  public void clear() {
    java.util.Arrays.fill(counts, 0);
    samples = 0;
    before = 0;
    pointer = 0;
  }

  /** By nearest rank; NaN where there is nothing. */
  public double read() {
    if (samples == 0) {
      return Double.NaN;
    }
    int rank = (int) ((OF_100 * (long) samples + 99) / 100);
    while (before >= rank) {
      before -= counts[--pointer];
    }
    while (before + counts[pointer] < rank) {
      before += counts[pointer++];
    }
    return Buckets.middle(pointer);
  }

  private void change(long value, int by) {
    int bucket = Buckets.logarithmic(value);
    counts[bucket] += by;
    samples += by;
    if (bucket < pointer) {
      before += by;
    }
  }
}
