package dev.tocsin.replay;

import java.util.List;
import java.util.TreeSet;

/** The exact two-sample statistic on raw values: the largest gap between the two step functions. */
final class KolmogorovSmirnov {
  private KolmogorovSmirnov() {}

  static double of(List<Double> one, List<Double> other) {
    TreeSet<Double> points = new TreeSet<>(one);
    points.addAll(other);
    double largest = 0;
    for (double point : points) {
      largest = Math.max(largest, Math.abs(upTo(one, point) - upTo(other, point)));
    }
    return largest;
  }

  private static double upTo(List<Double> values, double point) {
    return (double) values.stream().filter(value -> value <= point).count() / values.size();
  }
}
