package dev.tocsin.aggregate;

import dev.tocsin.drift.ChiSquared;
import dev.tocsin.drift.CliffsDelta;
import dev.tocsin.drift.JensenShannon;
import dev.tocsin.drift.KolmogorovSmirnov;
import dev.tocsin.drift.MannWhitney;
import dev.tocsin.drift.MeanShift;
import dev.tocsin.drift.PairedCounts;
import dev.tocsin.drift.PopulationStability;
import dev.tocsin.drift.Wasserstein;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.window.DistinctState;
import dev.tocsin.window.ExtremesState;
import dev.tocsin.window.FoldState;
import dev.tocsin.window.HistogramState;
import dev.tocsin.window.LastState;
import dev.tocsin.window.MomentsState;
import dev.tocsin.window.PairedBuckets;
import dev.tocsin.window.RatioState;
import dev.tocsin.window.SumState;
import dev.tocsin.window.Window;

/** Reads statistics off windows. */
final class Statistics {
  private Statistics() {}

  /** The value in base units, or NaN for no data. */
  static double read(ReadingPlan reading, Window window) {
    FoldState<?> state = window.current();
    if (reading.statistic().remembersGroups()) {
      return state.samples();
    }
    if (state.samples() == 0) {
      return reading.zeroWhenEmpty() ? 0 : Double.NaN;
    }
    Statistic statistic = reading.statistic();
    Function function = statistic.function();
    return switch (function) {
      case COUNT -> state.samples();
      case RATE -> state.samples() / ((Statistic.Rate) statistic).seconds();
      case SUM -> ((SumState) state).sumAsDouble();
      case AVG -> mean(state);
      case MIN -> ((ExtremesState) state).least();
      case MAX -> ((ExtremesState) state).greatest();
      case STDDEV -> ((MomentsState) state).standardDeviation();
      case LAST -> ((LastState) state).last();
      case DISTINCT -> ((DistinctState) state).distinct();
      case RATIO -> (double) ((RatioState) state).held() / state.samples();
      case PERCENTILE ->
          ((HistogramState) state).percentile(((Statistic.Percentile) statistic).quantile());
      case KS, PSI, JS, CHI2, WASSERSTEIN, MEAN_SHIFT, CLIFFS_DELTA, MANN_WHITNEY ->
          window.baseline().samples() < Function.MIN_BASELINE_SAMPLES
              ? Double.NaN
              : drift(function, state, window.baseline());
      case FORECAST, CHANGES -> throw notComputed(function);
    };
  }

  /**
   * The same of a count and a sum of 128 bits; for shares the sum is how often it was true.
   *
   * @param reading none that asks for absence
   */
  static double ofTotals(ReadingPlan reading, long count, long high, long low) {
    if (count == 0) {
      return reading.zeroWhenEmpty() ? 0 : Double.NaN;
    }
    Statistic statistic = reading.statistic();
    return switch (statistic.function()) {
      case COUNT -> count;
      case RATE -> count / ((Statistic.Rate) statistic).seconds();
      case SUM -> SumState.asDouble(high, low);
      case AVG -> SumState.asDouble(high, low) / count;
      case RATIO -> (double) low / count;
      default -> throw notComputed(statistic.function());
    };
  }

  private static double drift(Function function, FoldState<?> current, FoldState<?> baseline) {
    return switch (function) {
      case KS -> KolmogorovSmirnov.of((HistogramState) current, (HistogramState) baseline);
      case PSI -> PopulationStability.of(PairedCounts.ofBins(current, baseline));
      case JS -> JensenShannon.of(PairedCounts.ofBins(current, baseline));
      case CHI2 -> ChiSquared.of(PairedCounts.ofBins(current, baseline));
      case WASSERSTEIN -> Wasserstein.of((HistogramState) current, (HistogramState) baseline);
      case MEAN_SHIFT -> MeanShift.of((SumState) current, (SumState) baseline);
      case CLIFFS_DELTA -> CliffsDelta.of(buckets(current, baseline));
      case MANN_WHITNEY -> MannWhitney.of(buckets(current, baseline));
      default -> throw notComputed(function);
    };
  }

  /** The same of a window and its baseline whose numbers are known by their buckets. */
  static double ofPairs(ReadingPlan reading, PairedBuckets pairs) {
    Function function = reading.statistic().function();
    return switch (function) {
      case KS -> pairs.largestDistance();
      case PSI -> PopulationStability.of(PairedCounts.ofBins(pairs));
      case JS -> JensenShannon.of(PairedCounts.ofBins(pairs));
      case CHI2 -> ChiSquared.of(PairedCounts.ofBins(pairs));
      case CLIFFS_DELTA -> CliffsDelta.of(PairedCounts.ofBuckets(pairs));
      case MANN_WHITNEY -> MannWhitney.of(PairedCounts.ofBuckets(pairs));
      default -> throw notComputed(function);
    };
  }

  private static PairedCounts buckets(FoldState<?> current, FoldState<?> baseline) {
    return PairedCounts.ofBuckets((HistogramState) current, (HistogramState) baseline);
  }

  private static double mean(FoldState<?> state) {
    return ((SumState) state).sumAsDouble() / state.samples();
  }

  private static IllegalStateException notComputed(Function function) {
    return new IllegalStateException(function.label() + " is not computed");
  }
}
