package dev.tocsin.window;

import java.util.Arrays;

/**
 * Numbers that are folded together. What several folds need of them (sum, extremes, buckets) is
 * computed once. Reused from batch to batch; allocates only to grow. Not thread-safe.
 */
public final class Numbers {
  private static final int INITIAL = 64;

  private long[] own = new long[INITIAL];

  /** Where the numbers are: the own array, or another one. */
  private long[] seen = own;

  private int size;
  private boolean summed;
  private long sumHigh;
  private long sumLow;
  private boolean ranged;
  private long least;
  private long greatest;
  private final long[] range = new long[2];
  private int[] logarithmic = new int[0];
  private boolean hasLogarithmic;
  private int[] score = new int[0];
  private boolean hasScore;

  /** Forgets all. */
  public void clear() {
    size = 0;
    changed();
  }

  /** Adds one. */
  public void add(long value) {
    if (size == own.length) {
      own = Arrays.copyOf(own, 2 * size);
    }
    own[size++] = value;
    seen = own;
    changed();
  }

  /**
   * The array behind, to be written to directly and then told {@link #size(int)}.
   *
   * @param capacity how many will be written at most
   */
  public long[] toFill(int capacity) {
    if (own.length < capacity) {
      own = new long[Math.max(capacity, 2 * own.length)];
    }
    seen = own;
    return own;
  }

  /** Takes the first so many of the array behind. */
  public void size(int filled) {
    size = filled;
    changed();
  }

  /**
   * Takes the first so many of another array, which is not copied; it must not change until this is
   * cleared or filled.
   */
  public void view(long[] others, int filled) {
    seen = others;
    size(filled);
  }

  /**
   * Takes numbers of which nobody asks more than how many there are and what they add up to.
   *
   * @param filled how many
   * @param sum of all
   */
  public void total(int filled, long sum) {
    size(filled);
    sumHigh = sum >> 63;
    sumLow = sum;
    summed = true;
  }

  /** How many there are. */
  public int size() {
    return size;
  }

  /** All of them, in an array that may be longer. */
  public long[] values() {
    return seen;
  }

  /** One of them. */
  public long value(int at) {
    return seen[at];
  }

  /** The upper 64 bits of their sum. */
  long sumHigh() {
    sum();
    return sumHigh;
  }

  /** The lower 64 bits of their sum. */
  long sumLow() {
    sum();
    return sumLow;
  }

  /** The least of them; {@link Long#MAX_VALUE} of none. */
  long least() {
    range();
    return least;
  }

  /** The greatest of them; {@link Long#MIN_VALUE} of none. */
  long greatest() {
    range();
    return greatest;
  }

  /** The bucket of each, in an array that may be longer. */
  int[] buckets(Buckets by) {
    if (by == Buckets.SCORE) {
      if (!hasScore) {
        score = bucketsOf(by, score);
        hasScore = true;
      }
      return score;
    }
    if (!hasLogarithmic) {
      logarithmic = bucketsOf(by, logarithmic);
      hasLogarithmic = true;
    }
    return logarithmic;
  }

  private int[] bucketsOf(Buckets by, int[] reused) {
    int[] buckets = reused.length < size ? new int[seen.length] : reused;
    by.of(seen, size, buckets, range);
    least = range[0];
    greatest = range[1];
    ranged = true;
    return buckets;
  }

  private void changed() {
    summed = false;
    ranged = false;
    hasLogarithmic = false;
    hasScore = false;
  }

  private void range() {
    if (ranged) {
      return;
    }
    long[] numbers = seen;
    long low = Long.MAX_VALUE;
    long high = Long.MIN_VALUE;
    for (int i = 0; i < size; i++) {
      low = Math.min(low, numbers[i]);
      high = Math.max(high, numbers[i]);
    }
    least = low;
    greatest = high;
    ranged = true;
  }

  private void sum() {
    if (summed) {
      return;
    }
    long[] numbers = seen;
    long bits = 0;
    long plain = 0;
    for (int i = 0; i < size; i++) {
      long value = numbers[i];
      bits |= value ^ (value >> 63);
      plain += value;
    }
    int doublings = Integer.SIZE - Integer.numberOfLeadingZeros(size);
    if (bits >>> (Long.SIZE - 1 - doublings) == 0) { // so many of at most so much do not overflow
      sumHigh = plain >> 63;
      sumLow = plain;
    } else {
      sumWide();
    }
    summed = true;
  }

  private void sumWide() {
    long[] numbers = seen;
    long high = 0;
    long low = 0;
    for (int i = 0; i < size; i++) {
      low += numbers[i];
      high += (numbers[i] >> 63) + (Long.compareUnsigned(low, numbers[i]) < 0 ? 1 : 0);
    }
    sumHigh = high;
    sumLow = low;
  }
}
