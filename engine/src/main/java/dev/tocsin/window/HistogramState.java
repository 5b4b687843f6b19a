package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * A distribution as counts in buckets, kept sparse and sorted: memory is 12 bytes a bucket in use,
 * adding costs a binary search and, for a new bucket, a move of those behind it. Adds, merges,
 * subtracts and serialises exactly. Least and greatest number are kept besides, so that a
 * percentile never lies outside what was seen; those are rebuilt, not subtracted.
 */
public final class HistogramState implements FoldState<HistogramState> {
  private static final int INITIAL = 8;
  private static final long MILLION = 1_000_000L;

  private final Buckets buckets;
  private int used;
  private int[] keys = new int[INITIAL];
  private long[] counts = new long[INITIAL];
  private long samples;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  HistogramState(Buckets buckets) {
    this.buckets = buckets;
  }

  @Override
  public FoldKind kind() {
    return buckets == Buckets.SCORE ? FoldKind.SCORE_HISTOGRAM : FoldKind.LOG_HISTOGRAM;
  }

  @Override
  public long samples() {
    return samples;
  }

  @Override
  public void add(long value) {
    change(buckets.of(value), 1);
    samples++;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  @Override
  public void merge(HistogramState other) {
    for (int i = 0; i < other.used; i++) {
      change(other.keys[i], other.counts[i]);
    }
    samples += other.samples;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  @Override
  public void subtract(HistogramState other) {
    for (int i = 0; i < other.used; i++) {
      change(other.keys[i], -other.counts[i]);
    }
    samples -= other.samples;
  }

  @Override
  public void rebuild(List<HistogramState> parts) {
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    for (HistogramState part : parts) {
      min = Math.min(min, part.min);
      max = Math.max(max, part.max);
    }
  }

  /**
   * The number at a quantile by nearest rank, within 1 % (0.001 for scores).
   *
   * @param quantile between 0 and 1, 0.95 for the 95th percentile; taken to six decimals
   * @return NaN when nothing was folded
   */
  public double percentile(double quantile) {
    if (samples == 0) {
      return Double.NaN;
    }
    long rank = Math.max(1, rank(quantile));
    long seen = 0;
    for (int i = 0; i < used; i++) {
      seen += counts[i];
      if (seen >= rank) {
        return middle(i);
      }
    }
    throw new IllegalStateException("counts do not add up to " + samples);
  }

  /** In millionths: the binary 0.07 times 100 is more than 7, the decimal is not. */
  private long rank(double quantile) {
    return (Math.round(quantile * MILLION) * samples + MILLION - 1) / MILLION;
  }

  /** How many buckets are in use. */
  public int size() {
    return used;
  }

  /** The number of one of them; they are sorted. */
  public int bucket(int at) {
    return keys[at];
  }

  /** How many numbers fell into it. */
  public long count(int at) {
    return counts[at];
  }

  /** The number that stands for it: its middle, but inside what was seen. */
  public double middle(int at) {
    return Math.max(min, Math.min(max, buckets.middle(keys[at])));
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(used);
    for (int i = 0; i < used; i++) {
      out.writeInt(keys[i]);
      out.writeLong(counts[i]);
    }
    out.writeLong(min);
    out.writeLong(max);
  }

  static HistogramState read(Buckets buckets, DataInput in) throws IOException {
    HistogramState state = new HistogramState(buckets);
    int used = in.readInt();
    for (int i = 0; i < used; i++) {
      int key = in.readInt();
      long count = in.readLong();
      state.change(key, count);
      state.samples += count;
    }
    state.min = in.readLong();
    state.max = in.readLong();
    return state;
  }

  private void change(int key, long by) {
    int at = Arrays.binarySearch(keys, 0, used, key);
    if (at >= 0) {
      counts[at] += by;
      if (counts[at] == 0) {
        used--;
        System.arraycopy(keys, at + 1, keys, at, used - at);
        System.arraycopy(counts, at + 1, counts, at, used - at);
      }
      return;
    }
    at = -at - 1;
    if (used == keys.length) {
      keys = Arrays.copyOf(keys, used * 2);
      counts = Arrays.copyOf(counts, used * 2);
    }
    System.arraycopy(keys, at, keys, at + 1, used - at);
    System.arraycopy(counts, at, counts, at + 1, used - at);
    keys[at] = key;
    counts[at] = by;
    used++;
  }
}
