package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How long alerts fired; all zero where none did.
 *
 * @param total of all of them, also where they overlap
 * @param median the nearest rank: of an even number the shorter one in the middle
 * @param longest of one alert
 */
public record FiringTimes(Duration total, Duration median, Duration longest) {
  static FiringTimes of(Collection<Duration> each) {
    List<Duration> sorted = each.stream().sorted().toList();
    if (sorted.isEmpty()) {
      return new FiringTimes(Duration.ZERO, Duration.ZERO, Duration.ZERO);
    }
    return new FiringTimes(
        sorted.stream().reduce(Duration.ZERO, Duration::plus),
        sorted.get((sorted.size() - 1) / 2),
        sorted.get(sorted.size() - 1));
  }
}
