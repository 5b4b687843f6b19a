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
      boolean zero = term.by().isEmpty() && List.of("count()", "sum(cost)").contains(function);
      return new NaiveReading(zero ? 0 : Double.NaN, 0);
    }
    double value =
        switch (function) {
          case "count()", "sum(cost)" -> sum;
          case "rate()" -> n / longest(NaiveFold.seconds(term.window()));
          case "p50(latency)" -> nearestRank(numbers, 50);
          case "p95(output_tokens)" -> nearestRank(numbers, 95);
          case "ks(output_tokens)" ->
              drift(numbers, NaiveFold.numbers(term, group, facts, tick, true));
          default -> (double) sum / n;
        };
    return new NaiveReading(value, n);
  }

  /** The window and all but a tick of the pane that leaves. */
  private static double longest(long seconds) {
    return seconds + NaiveFold.pane(seconds) - 1;
  }

  static long defaultMinSamples(Term term) {
    return switch (term.function()) {
      case "count()", "sum(cost)" -> 0;
      case "ks(output_tokens)" -> 10;
      default -> 1;
    };
  }

  static Unit unit(Term term) {
    return switch (term.function()) {
      case "count()" -> Unit.COUNT;
      case "rate()" -> Unit.RATE;
      case "sum(cost)" -> Unit.MONEY;
      case "avg(latency)", "p50(latency)" -> Unit.DURATION;
      case "p95(output_tokens)" -> Unit.TOKENS;
      case "ratio(status != \"ok\")" -> Unit.FRACTION;
      default -> Unit.NUMBER;
    };
  }

  /** Base units in one unit as shown. */
  static double scale(Term term) {
    return switch (term.function()) {
      case "avg(latency)", "p50(latency)" -> 1e3;
      case "sum(cost)", "avg(score.q)" -> 1e9;
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

  private static double drift(List<Long> current, List<Long> baseline) {
    if (baseline.size() < 30) {
      return Double.NaN;
    }
    double largest = 0;
    for (long point : new TreeSet<>(current)) {
      largest = Math.max(largest, Math.abs(upTo(point, current) - upTo(point, baseline)));
    }
    for (long point : new TreeSet<>(baseline)) {
      largest = Math.max(largest, Math.abs(upTo(point, current) - upTo(point, baseline)));
    }
    return largest;
  }

  private static double upTo(long point, List<Long> numbers) {
    return (double) numbers.stream().filter(number -> number <= point).count() / numbers.size();
  }
}
