package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.List;

/**
 * A distribution as counts in buckets. Few buckets are kept sparse, 12 bytes each; more of them
 * dense, 4 bytes for each of the span they cover, where adding is one increment and a percentile is
 * found from the one before (a pointer that moves with the numbers). Adds, merges, subtracts and
 * serialises exactly. Least and greatest number are kept besides, so that a percentile never lies
 * outside what was seen; those are rebuilt, not subtracted.
 */
public final class HistogramState implements FoldState<HistogramState> {
  private static final long MILLION = 1_000_000L;

  private final Buckets buckets;
  private final BucketCounts counts = new BucketCounts();
  private long samples;
  private long min = Long.MAX_VALUE;
  private long max = Long.MIN_VALUE;

  /** Whether the least or the greatest number has left. */
  private boolean stale;

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
    counts.change(buckets.of(value), 1);
    samples++;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }

  @Override
  public void addAll(Numbers numbers) {
    if (numbers.size() == 0) {
      return;
    }
    int[] keys = numbers.buckets(buckets);
    counts.increment(
        keys, numbers.size(), buckets.of(numbers.least()), buckets.of(numbers.greatest()));
    note(numbers);
  }

  /** The same here and in a part of which this is the sum. */
  void addAll(Numbers numbers, HistogramState part) {
    if (numbers.size() == 0) {
      return;
    }
    int[] keys = numbers.buckets(buckets);
    counts.incrementBoth(
        part.counts,
        keys,
        numbers.size(),
        buckets.of(numbers.least()),
        buckets.of(numbers.greatest()));
    note(numbers);
    part.note(numbers);
  }

  private void note(Numbers numbers) {
    samples += numbers.size();
    min = Math.min(min, numbers.least());
    max = Math.max(max, numbers.greatest());
  }

  @Override
  public void clear() {
    counts.clear();
    samples = 0;
    stale = false;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
  }

  @Override
  public void merge(HistogramState other) {
    counts.changeAll(other.counts, 1);
    samples += other.samples;
    min = Math.min(min, other.min);
    max = Math.max(max, other.max);
  }

  @Override
  public void subtract(HistogramState other) {
    counts.changeAll(other.counts, -1);
    samples -= other.samples;
    stale |= other.min == min || other.max == max;
  }

  @Override
  public boolean needsRebuild() {
    return stale;
  }

  /** Makes ready, while empty, for much the same numbers as another one holds. */
  void expectLike(HistogramState other) {
    counts.likeOf(other.counts);
  }

  @Override
  public void rebuild(List<HistogramState> parts) {
    stale = false;
    min = Long.MAX_VALUE;
    max = Long.MIN_VALUE;
    for (int i = 0; i < parts.size(); i++) {
      min = Math.min(min, parts.get(i).min);
      max = Math.max(max, parts.get(i).max);
    }
  }

  /**
   * The number at a quantile by nearest rank, within 1 % (0.001 for scores).
   *
   * @param quantile between 0 and 1, 0.95 for the 95th percentile; taken to six decimals
   * @return NaN when nothing was folded
   */
  public double percentile(double quantile) {
    return samples == 0
        ? Double.NaN
        : within(buckets.middle(counts.atRank(rank(quantile, samples))), min, max);
  }

  /**
   * Which of so many sorted numbers, counted from 1, is the one at a quantile. In millionths: the
   * binary 0.07 times 100 is more than 7, the decimal is not.
   */
  static long rank(double quantile, long samples) {
    return Math.max(1, (Math.round(quantile * MILLION) * samples + MILLION - 1) / MILLION);
  }

  /** The middle of a bucket, but inside what was seen. */
  static double within(long middle, long min, long max) {
    return Math.max(min, Math.min(max, middle));
  }

  /**
   * The largest distance between the distribution function of these numbers and that of others, at
   * the bounds of the buckets.
   *
   * @return 0 to 1; NaN where either has no numbers
   */
  public double largestDistance(HistogramState other) {
    return samples == 0 || other.samples == 0
        ? Double.NaN
        : counts.largestDistance(other.counts, samples, other.samples);
  }

  /** How many places there are at most; not all are in use. */
  public int size() {
    return counts.size();
  }

  /** The first place in use from one on, in the order of the numbers; {@link #size} for none. */
  public int next(int from) {
    return counts.next(from);
  }

  /** The bucket at a place. */
  public int bucket(int at) {
    return counts.key(at);
  }

  /** How many numbers fell into it. */
  public long count(int at) {
    return counts.count(at);
  }

  /** The number that stands for it: its middle, but inside what was seen. */
  public double middle(int at) {
    return within(buckets.middle(counts.key(at)), min, max);
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(counts.used());
    for (int i = counts.next(0); i < counts.size(); i = counts.next(i + 1)) {
      out.writeInt(counts.key(i));
      out.writeLong(counts.count(i));
    }
    out.writeLong(min);
    out.writeLong(max);
  }

  static HistogramState read(Buckets buckets, DataInput in) throws IOException {
    HistogramState state = new HistogramState(buckets);
    for (int left = in.readInt(); left > 0; left--) {
      int key = in.readInt();
      long count = in.readLong();
      state.counts.change(key, count);
      state.samples += count;
    }
    state.min = in.readLong();
    state.max = in.readLong();
    return state;
  }
}
