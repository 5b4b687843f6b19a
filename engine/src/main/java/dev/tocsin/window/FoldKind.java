package dev.tocsin.window;

import java.io.DataInput;
import java.io.IOException;

/** The folds there are. */
public enum FoldKind {
  /** How many. */
  COUNT,
  /** Count and exact sum; gives sums and averages. */
  SUM,
  /** Shares: numbers are 1 (true) or 0 (false). */
  RATIO,
  /** Distribution in logarithmic buckets of at most 1 %, for tokens, durations and money. */
  LOG_HISTOGRAM,
  /** Distribution in linear buckets of 0.001, for scores in billionths between 0 and 1. */
  SCORE_HISTOGRAM,
  /** The number with the latest stamp. */
  LAST,
  /** Least and greatest number. */
  EXTREMES,
  /** Count, sum and sum of squares; gives the standard deviation. */
  MOMENTS,
  /** How many different values, of hashes. */
  DISTINCT,
  /** How often each category, of hashes. */
  CATEGORIES;

  /** The state of nothing folded. */
  public FoldState<?> empty() {
    return switch (this) {
      case COUNT -> new CountState();
      case SUM -> new SumState();
      case RATIO -> new RatioState();
      case LOG_HISTOGRAM -> new HistogramState(Buckets.LOGARITHMIC);
      case SCORE_HISTOGRAM -> new HistogramState(Buckets.SCORE);
      case LAST -> new LastState();
      case EXTREMES -> new ExtremesState();
      case MOMENTS -> new MomentsState();
      case DISTINCT -> new DistinctState();
      case CATEGORIES -> new CategoriesState();
    };
  }

  /** Reads what {@link FoldState#writeTo} wrote for this kind. */
  public FoldState<?> read(DataInput in) throws IOException {
    return switch (this) {
      case COUNT -> CountState.read(in);
      case SUM -> SumState.read(in);
      case RATIO -> RatioState.read(in);
      case LOG_HISTOGRAM -> HistogramState.read(Buckets.LOGARITHMIC, in);
      case SCORE_HISTOGRAM -> HistogramState.read(Buckets.SCORE, in);
      case LAST -> LastState.read(in);
      case EXTREMES -> ExtremesState.read(in);
      case MOMENTS -> MomentsState.read(in);
      case DISTINCT -> DistinctState.read(in);
      case CATEGORIES -> CategoriesState.read(in);
    };
  }
}
