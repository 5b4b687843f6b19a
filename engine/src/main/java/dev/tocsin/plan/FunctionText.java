package dev.tocsin.plan;

/**
 * What people are told of a function.
 *
 * @param summary what it reads, in a line; the formula's source stands at the class that computes
 *     it
 * @param costOfEvent what folding one event costs
 * @param memory what one group holds
 * @param example a whole condition
 */
public record FunctionText(String summary, String costOfEvent, String memory, String example) {
  private static final String ADDITION = "an addition";
  private static final String BUCKET = "a binary search among the buckets in use";
  private static final String VALUE = "a hash and a binary search among the values kept";
  private static final String NUMBERS = "8 to 48 bytes for each pane with events";
  private static final String BUCKETS =
      "12 bytes for each bucket in use of each pane with events; a few hundred buckets at most"
          + " for times, a thousand for scores";
  private static final String CATEGORIES =
      "16 bytes for each category of each pane with events, at most 1000 categories";
  private static final String BOTH = "for texts " + CATEGORIES + "; for numbers " + BUCKETS;

  /** The texts of a function. */
  public static FunctionText of(Function function) {
    return switch (function) {
      case COUNT ->
          new FunctionText(
              "how many events there were", ADDITION, NUMBERS, "count() over 5m > 1000");
      case SUM ->
          new FunctionText(
              "the sum of a number, exact", ADDITION, NUMBERS, "sum(cost) by user per day > $10");
      case AVG ->
          new FunctionText("the mean of a number", ADDITION, NUMBERS, "avg(cost) over 1h > $0.05");
      case MIN ->
          new FunctionText(
              "the least number",
              "a comparison",
              NUMBERS,
              "min(score.answer_relevance) over 1h < 0.2");
      case MAX ->
          new FunctionText(
              "the greatest number", "a comparison", NUMBERS, "max(latency) over 5m > 30s");
      case STDDEV ->
          new FunctionText(
              "the standard deviation of a number, of the events as a population (divided by n)",
              "a multiplication and two additions",
              NUMBERS,
              "stddev(latency) over 1h > 5s");
      case PERCENTILE ->
          new FunctionText(
              "the percentile of a number by nearest rank, within 1 % (0.001 for scores):"
                  + " p50, p95, p99.9",
              BUCKET, BUCKETS, "p95(latency) where model == \"gpt-4\" over 10m > 2s");
      case RATE -> new FunctionText("events a second", ADDITION, NUMBERS, "rate() over 1m > 50");
      case RATIO ->
          new FunctionText(
              "the share of events for which a statement is true, among those for which it is known",
              ADDITION,
              NUMBERS,
              "ratio(status != \"ok\") over 5m > 5%");
      case DISTINCT ->
          new FunctionText(
              "how many different values a field had: exact up to 512, then within about 1.2 %",
              VALUE,
              "8 bytes for each different value of each pane with events, at most 4 kB a pane",
              "distinct(user) per day > 10000");
      case LAST ->
          new FunctionText(
              "the number of the event with the latest stamp; of several, that which came last",
              "a comparison",
              NUMBERS,
              "last(score.answer_relevance) by feature over 1d < 0.5");
      case KS ->
          new FunctionText(
              "the two-sample Kolmogorov-Smirnov statistic: the largest distance between the two"
                  + " distribution functions, 0 to 1",
              BUCKET,
              BUCKETS,
              "ks(score.answer_relevance) over 24h vs previous 7d > 0.3");
      case PSI ->
          new FunctionText(
              "the population stability index over the tenths of the baseline, or over the"
                  + " categories of a text; 0.1 to 0.25 is commonly called a moderate change",
              BUCKET,
              BOTH,
              "psi(model) over 24h vs previous 7d > 0.2");
      case JS ->
          new FunctionText(
              "the Jensen-Shannon distance, base 2, over the bins of psi: 0 for equal, 1 for"
                  + " disjoint distributions",
              BUCKET,
              BOTH,
              "js(feature) over 24h vs previous 7d > 0.1");
      case CHI2 ->
          new FunctionText(
              "the p-value of Pearson's chi-squared test of homogeneity over the bins of psi:"
                  + " small when the distributions differ",
              BUCKET,
              BOTH,
              "chi2(finish_reason) over 24h vs previous 7d < 0.01");
      case WASSERSTEIN ->
          new FunctionText(
              "the Wasserstein distance W1, in the unit of the field: how far the average event"
                  + " would have to move",
              BUCKET,
              BUCKETS,
              "wasserstein(latency) over 1h vs previous 1d > 500ms");
      case MEAN_SHIFT ->
          new FunctionText(
              "the mean of the window less that of the baseline, in the unit of the field",
              ADDITION,
              NUMBERS,
              "mean_shift(cost) over 1h vs previous 1d > $0.01");
      case CLIFFS_DELTA ->
          new FunctionText(
              "Cliff's delta, -1 to 1: how much more often a number of the window is greater than"
                  + " one of the baseline than less",
              BUCKET,
              BUCKETS,
              "cliffs_delta(latency) over 1d vs previous 7d > 0.33");
      case MANN_WHITNEY ->
          new FunctionText(
              "the two-sided p-value of the Mann-Whitney U test (normal approximation, corrected"
                  + " for ties and continuity): small when one side tends to be greater",
              BUCKET,
              BUCKETS,
              "mann_whitney(latency) over 1d vs previous 7d < 0.01");
      case FORECAST ->
          new FunctionText(
              "what a sum will be at the end of its period",
              ADDITION,
              NUMBERS,
              "forecast(cost) per month > $25000");
      case CHANGES ->
          new FunctionText(
              "how often a field took another value than before",
              "a comparison",
              NUMBERS,
              "changes(model) over 1h > 5");
    };
  }
}
