package dev.tocsin.testkit.report;

import dev.tocsin.api.Instants;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The span of a replay in equal parts that begin at round times.
 *
 * @param first the beginning of the first part, nanoseconds since the epoch
 * @param width of each, nanoseconds
 * @param parts how many
 */
record TimeGrid(long first, long width, int parts) {
  /** As many points as a plot has room for. */
  static final int MOST_PARTS = 500;

  private static final List<Duration> ROUND =
      List.of(
          Duration.ofSeconds(1),
          Duration.ofSeconds(2),
          Duration.ofSeconds(5),
          Duration.ofSeconds(10),
          Duration.ofSeconds(15),
          Duration.ofSeconds(30),
          Duration.ofMinutes(1),
          Duration.ofMinutes(2),
          Duration.ofMinutes(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(15),
          Duration.ofMinutes(30),
          Duration.ofHours(1),
          Duration.ofHours(2),
          Duration.ofHours(3),
          Duration.ofHours(6),
          Duration.ofHours(12));

  private static final long DAY = Duration.ofDays(1).toNanos();

  /** With parts as short as there is room for. */
  static TimeGrid of(Instant from, Instant until) {
    long start = Instants.toNanos(from);
    long end = Math.max(start, Instants.toNanos(until));
    long least = (end - start) / (MOST_PARTS - 1) + 1;
    long days = (least + DAY - 1) / DAY * DAY;
    long width =
        ROUND.stream()
            .mapToLong(Duration::toNanos)
            .filter(w -> w >= least)
            .findFirst()
            .orElse(days);
    long first = Math.floorDiv(start, width) * width;
    return new TimeGrid(first, width, (int) ((end - first) / width) + 1);
  }

  /** In which part a time lies; what is outside lies in the nearest. */
  int part(long nanos) {
    return (int) Math.max(0, Math.min(parts - 1, Math.floorDiv(nanos - first, width)));
  }

  /** Where the parts begin, milliseconds since the epoch. */
  List<Long> beginnings() {
    return LongStream.range(0, parts)
        .mapToObj(part -> Instants.ofNanos(first + part * width).toEpochMilli())
        .toList();
  }

  /** Where the parts end. */
  List<Instant> ends() {
    return LongStream.rangeClosed(1, parts)
        .mapToObj(part -> Instants.ofNanos(first + part * width))
        .toList();
  }

  long widthMillis() {
    return Duration.ofNanos(width).toMillis();
  }
}
