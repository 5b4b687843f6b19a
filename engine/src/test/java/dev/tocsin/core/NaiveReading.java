package dev.tocsin.core;

import dev.tocsin.api.Unit;
import dev.tocsin.core.NaiveFold.Fact;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/**
 * A term's value computed from scratch.
 *
 * @param value in base units, NaN for no data
 * @param samples how many numbers it rests on
 */
record NaiveReading(double value, long samples) {

  static NaiveReading of(Term term, List<String> group, List<Fact> facts, long tick) {
    List<Long> numbers = NaiveFold.numbers(term, group, facts, tick, false);
    String function = term.function();
    int n = numbers.size();
    long sum = numbers.stream().mapToLong(Long::longValue).sum();
    if (n == 0) {
      boolean zero = term.by().isEmpty() && defaultMinSamples(term) == 0;
      return new NaiveReading(zero ? 0 : Double.NaN, 0);
    }
    double value =
        switch (function) {
          case "count()", "sum(cost)" -> sum;
          case "rate()" -> n / (double) NaiveFold.longest(term.window());
          case "min(latency)" -> Collections.min(numbers);
          case "max(output_tokens)" -> Collections.max(numbers);
          case "last(output_tokens)" -> numbers.get(n - 1);
          case "distinct(user)" -> numbers.stream().distinct().count();
          case "stddev(latency)" -> deviation(numbers, sum);
          case "p50(latency)" -> nearestRank(numbers, 50);
          case "p95(output_tokens)" -> nearestRank(numbers, 95);
          case "ks(output_tokens)", "cliffs_delta(output_tokens)", "mean_shift(cost)" ->
              drift(function, numbers, NaiveFold.numbers(term, group, facts, tick, true));
          default -> (double) sum / n;
        };
    return new NaiveReading(value, n);
  }

  static long defaultMinSamples(Term term) {
    return switch (term.function()) {
      case "count()", "sum(cost)", "distinct(user)" -> 0;
      case "ks(output_tokens)", "cliffs_delta(output_tokens)", "mean_shift(cost)" -> 10;
      default -> 1;
    };
  }

  static Unit unit(Term term) {
    return switch (term.function()) {
      case "count()", "distinct(user)" -> Unit.COUNT;
      case "rate()" -> Unit.RATE;
      case "sum(cost)", "mean_shift(cost)" -> Unit.MONEY;
      case "avg(latency)", "p50(latency)", "min(latency)", "stddev(latency)" -> Unit.DURATION;
      case "p95(output_tokens)", "max(output_tokens)", "last(output_tokens)" -> Unit.TOKENS;
      case "ratio(status != \"ok\")" -> Unit.FRACTION;
      default -> Unit.NUMBER;
    };
  }

  /** Base units in one unit as shown. */
  static double scale(Term term) {
    return switch (term.function()) {
      case "avg(latency)", "p50(latency)", "min(latency)", "stddev(latency)" -> 1e3;
      case "sum(cost)", "mean_shift(cost)", "avg(score.q)" -> 1e9;
      default -> 1;
    };
  }

  /** A constant as shown: dollars, milliseconds, fractions. */
  static BigDecimal shown(String constant) {
    BigDecimal number = new BigDecimal(constant.replaceAll("[^0-9.]", ""));
    return constant.endsWith("%")
        ? number.movePointLeft(2)
        : constant.endsWith("us") ? number.movePointLeft(3) : number;
  }

  private static double nearestRank(List<Long> numbers, int percent) {
    List<Long> sorted = new ArrayList<>(numbers);
    Collections.sort(sorted);
    return sorted.get((percent * sorted.size() + 99) / 100 - 1);
  }

  private static double deviation(List<Long> numbers, long sum) {
    long n = numbers.size();
    long squares = numbers.stream().mapToLong(number -> number * number).sum();
    return Math.sqrt((double) (n * squares - sum * sum)) / n;
  }

  private static double drift(String function, List<Long> current, List<Long> baseline) {
    if (baseline.size() < 30) {
      return Double.NaN;
    }
    return switch (function) {
      case "cliffs_delta(output_tokens)" -> dominance(current, baseline);
      case "mean_shift(cost)" -> mean(current) - mean(baseline);
      default -> distance(current, baseline);
    };
  }

  private static double dominance(List<Long> current, List<Long> baseline) {
    long pairs = 0;
    for (long now : current) {
      for (long before : baseline) {
        pairs += Long.compare(now, before);
      }
    }
    return pairs / ((double) current.size() * baseline.size());
  }

  private static double mean(List<Long> numbers) {
    return (double) numbers.stream().mapToLong(Long::longValue).sum() / numbers.size();
  }

  /** As the fraction that it is: three tenths are 0.3. */
  private static double distance(List<Long> current, List<Long> baseline) {
    long largest = 0;
    TreeSet<Long> points = new TreeSet<>(current);
    points.addAll(baseline);
    for (long point : points) {
      long apart = upTo(point, current) * baseline.size() - upTo(point, baseline) * current.size();
      largest = Math.max(largest, Math.abs(apart));
    }
    return largest / ((double) current.size() * baseline.size());
  }

  private static long upTo(long point, List<Long> numbers) {
    return numbers.stream().filter(number -> number <= point).count();
  }
}
