package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.aggregate.StatesLife.Entry;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.window.WindowShape;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Every number that ever came, looked through from scratch at every tick. */
final class NaiveStates {
  private final WindowShape shape;
  private final List<Entry> all = new ArrayList<>();

  NaiveStates(WindowShape shape) {
    this.shape = shape;
  }

  void add(List<Entry> entries) {
    all.addAll(entries);
  }

  /** The groups with a number in the window at a tick. */
  Set<String> groups(long tick) {
    return all.stream()
        .filter(entry -> shows(entry.stamp(), tick))
        .map(Entry::group)
        .collect(Collectors.toSet());
  }

  /** What the window of a group shows at a tick. */
  List<Long> numbers(String group, long tick) {
    return all.stream()
        .filter(entry -> entry.group().equals(group) && shows(entry.stamp(), tick))
        .map(Entry::value)
        .sorted()
        .toList();
  }

  private boolean shows(long stamp, long tick) {
    if (shape instanceof WindowShape.Calendar calendar) {
      return period(calendar, stamp).equals(period(calendar, tick - 1));
    }
    WindowShape.Sliding sliding = (WindowShape.Sliding) shape;
    long pane = sliding.paneNanos();
    return stamp >= Math.floorDiv(tick - sliding.lengthNanos(), pane) * pane;
  }

  private static Object period(WindowShape.Calendar calendar, long nanos) {
    ZoneId zone = calendar.zone();
    Instant instant = Instant.EPOCH.plusNanos(nanos);
    return switch (calendar.period()) {
      case MINUTE -> Math.floorDiv(nanos, 60 * StatesLife.SECOND);
      case HOUR -> Math.floorDiv(nanos, 3600 * StatesLife.SECOND);
      case DAY -> LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.DAYS);
      case WEEK -> throw new IllegalArgumentException("not tested");
      case MONTH -> YearMonth.from(instant.atZone(zone));
    };
  }

  /** Holds that a reading reads these sorted numbers. */
  void assertReads(double read, ReadingPlan reading, List<Long> sorted) {
    BigInteger sum =
        sorted.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    double size = sorted.size();
    switch (reading.statistic().function()) {
      case COUNT -> assertThat(read).isEqualTo(size);
      case RATE -> assertThat(read * longestSeconds()).isCloseTo(size, within(1e-9 * size));
      case SUM -> assertThat(read).isEqualTo(sum.doubleValue());
      case AVG, RATIO -> assertThat(read).isEqualTo(sum.doubleValue() / size);
      case PERCENTILE ->
          assertPercentile(
              read,
              ((Statistic.Percentile) reading.statistic()).quantile(),
              reading.scale() == 1e9 ? 1e6 : 0.5,
              sorted);
      default -> throw new IllegalArgumentException(reading.text());
    }
  }

  private double longestSeconds() {
    WindowShape.Sliding sliding = (WindowShape.Sliding) shape;
    return (sliding.lengthNanos() + sliding.paneNanos() - sliding.tickNanos()) / 1e9;
  }

  /** By nearest rank, within 1 %, or 0.001 of a score. */
  private static void assertPercentile(
      double read, double quantile, double tolerance, List<Long> sorted) {
    int rank =
        BigDecimal.valueOf(quantile)
            .multiply(BigDecimal.valueOf(sorted.size()))
            .setScale(0, RoundingMode.CEILING)
            .intValueExact();
    double exact = sorted.get(Math.max(rank, 1) - 1);
    assertThat(read)
        .isBetween((double) Collections.min(sorted), (double) Collections.max(sorted))
        .isCloseTo(exact, within(Math.max(tolerance, Math.abs(exact) / 100)));
  }
}
