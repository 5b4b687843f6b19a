package dev.tocsin.plan;

/** What is read off an aggregate. */
public sealed interface Statistic {

  /** Fewer samples than this are no data where a rule does not say otherwise. */
  default long defaultMinSamples() {
    return 1;
  }

  /** Whether it reads 0, not "no data", where nothing was folded and there are no groups. */
  default boolean zeroWhenEmpty() {
    return false;
  }

  /** How many. */
  record Count() implements Statistic {
    @Override
    public long defaultMinSamples() {
      return 0;
    }

    @Override
    public boolean zeroWhenEmpty() {
      return true;
    }
  }

  /** How many numbers a reading rests on, 0 too; no data until its window was watched once. */
  record Samples() implements Statistic {
    @Override
    public long defaultMinSamples() {
      return 0;
    }
  }

  /** The sum. */
  record Sum() implements Statistic {
    @Override
    public long defaultMinSamples() {
      return 0;
    }

    @Override
    public boolean zeroWhenEmpty() {
      return true;
    }
  }

  /** The mean. */
  record Average() implements Statistic {}

  /** The share for which a predicate is true. */
  record Ratio() implements Statistic {}

  /** The last number. */
  record Last() implements Statistic {}

  /** Events a second over the length of the window. */
  record Rate(double seconds) implements Statistic {}

  /** The value at a quantile between 0 and 1. */
  record Percentile(double quantile) implements Statistic {}

  /** The two-sample Kolmogorov-Smirnov statistic of window and baseline. */
  record KolmogorovSmirnov() implements Statistic {

    /** Fewer samples than this in the baseline are no data. */
    public static final long MIN_BASELINE_SAMPLES = 30;

    @Override
    public long defaultMinSamples() {
      return 10;
    }
  }
}
