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
    change(Buckets.logarithmic(value), 1);
  }

  /** A number that came leaves. */
  public void remove(long value) {
    change(Buckets.logarithmic(value), -1);
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
    return samples == 0 ? Double.NaN : Buckets.middle(bucket());
  }

  /** The bucket that it is in; there must be something. */
  public int bucket() {
    int rank = (int) ((OF_100 * (long) samples + 99) / 100);
    while (before >= rank) {
      before -= counts[--pointer];
    }
    while (before + counts[pointer] < rank) {
      before += counts[pointer++];
    }
    return pointer;
  }

  /** Takes a number by its bucket. */
  public void addBucket(int bucket) {
    change(bucket, 1);
  }

  /** A number leaves, by its bucket. */
  public void removeBucket(int bucket) {
    change(bucket, -1);
  }

  private void change(int bucket, int by) {
    counts[bucket] += by;
    samples += by;
    if (bucket < pointer) {
      before += by;
    }
  }
}
