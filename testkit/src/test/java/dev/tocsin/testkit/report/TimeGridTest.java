package dev.tocsin.testkit.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Instants;
import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class TimeGridTest {
  private static final Instant START = Instant.parse("2026-03-01T10:00:00Z");
  private static final long YEAR_MILLIS = 366L * 24 * 3600 * 1000;

  @Property
  void coversTheSpanWithNoMorePartsThanThereIsRoomFor(
      @ForAll @LongRange(max = YEAR_MILLIS) long offset,
      @ForAll @LongRange(max = YEAR_MILLIS) long length) {
    Instant from = START.plusMillis(offset);
    Instant until = from.plusMillis(length);

    TimeGrid grid = TimeGrid.of(from, until);

    assertThat(grid.parts()).isBetween(1, TimeGrid.MOST_PARTS);
    assertThat(Instants.ofNanos(grid.first())).isBeforeOrEqualTo(from);
    assertThat(grid.ends().get(grid.parts() - 1)).isAfter(until);
    assertThat(grid.part(Instants.toNanos(from))).isZero();
    assertThat(grid.part(Instants.toNanos(until))).isEqualTo(grid.parts() - 1);
    assertThat(grid.beginnings()).hasSize(grid.parts());
    assertThat(grid.width() % Duration.ofSeconds(1).toNanos()).isZero();
  }
}
