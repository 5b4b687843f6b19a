package dev.tocsin.aggregate;

import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.window.FoldState;
import dev.tocsin.window.HistogramState;
import dev.tocsin.window.LastState;
import dev.tocsin.window.RatioState;
import dev.tocsin.window.SumState;
import dev.tocsin.window.Window;

/** Reads statistics off windows. */
final class Statistics {
  private Statistics() {}

  /** The value in base units, or NaN for no data. */
  static double read(ReadingPlan reading, Window window) {
    FoldState<?> state = window.current();
    if (reading.statistic() instanceof Statistic.Samples) {
      return state.samples();
    }
    if (state.samples() == 0) {
      return reading.zeroWhenEmpty() ? 0 : Double.NaN;
    }
    Statistic statistic = reading.statistic();
    if (statistic instanceof Statistic.Count) {
      return state.samples();
    }
    if (statistic instanceof Statistic.Last) {
      return ((LastState) state).last();
    }
    if (statistic instanceof Statistic.Rate rate) {
      return state.samples() / rate.seconds();
    }
    if (statistic instanceof Statistic.Sum) {
      return ((SumState) state).sumAsDouble();
    }
    if (statistic instanceof Statistic.Average) {
      return ((SumState) state).sumAsDouble() / state.samples();
    }
    if (statistic instanceof Statistic.Ratio) {
      return (double) ((RatioState) state).held() / state.samples();
    }
    if (statistic instanceof Statistic.Percentile percentile) {
      return ((HistogramState) state).percentile(percentile.quantile());
    }
    HistogramState baseline = (HistogramState) window.baseline();
    return baseline.samples() < Statistic.KolmogorovSmirnov.MIN_BASELINE_SAMPLES
        ? Double.NaN
        : HistogramState.kolmogorovSmirnov(baseline, (HistogramState) state);
  }
}
