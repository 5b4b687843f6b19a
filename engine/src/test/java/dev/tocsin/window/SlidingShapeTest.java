package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.window.WindowShape.Sliding;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long the panes of a window are. */
class SlidingShapeTest {

  @Property(tries = 2000)
  void paneIsTheLargestThatTheLawAllows(
      @ForAll @LongRange(min = 1, max = 5000) long windowTicks,
      @ForAll @LongRange(min = 1, max = 10_000_000_000L) long tick,
      @ForAll @LongRange(min = 0, max = 100_000_000_000L) long baseline) {
    long window = windowTicks * tick;
    long shorter = baseline == 0 ? window : Math.min(window, baseline);
    long largest = 1;
    for (long ticks = 1; ticks * tick * 60 <= shorter; ticks++) {
      largest = shorter % (ticks * tick) == 0 ? ticks : largest;
    }
    Sliding shape = Sliding.of(window, tick, baseline);
    assertThat(shape.paneNanos()).isEqualTo(largest * tick);
    assertThat(shape.lengthNanos() % shape.paneNanos()).isZero();
    assertThat(shape.lengthNanos() - window).isBetween(0L, shape.paneNanos() - 1);
    assertThat(shape.baselineNanos() % shape.paneNanos()).isZero();
    assertThat(shape.baselineNanos() - baseline).isBetween(0L, shape.paneNanos() - 1);
  }

  @Test
  void anOffsetIsWholePanesOfTheShortestStretch() {
    long minute = 60_000_000_000L;
    Sliding shape = Sliding.of(60 * minute, 1_000_000_000, 0, 24 * 60 * minute);
    assertThat(shape.paneNanos()).isEqualTo(minute);
    assertThat(shape.offsetNanos()).isEqualTo(24 * 60 * minute);
    assertThat(shape.longestSeconds()).isEqualTo(3600);
    shape = Sliding.of(60 * minute, 1_000_000_000, 7 * 60 * minute, 61_000_000_000L);
    assertThat(shape.paneNanos()).isEqualTo(1_000_000_000);
    assertThat(shape.offsetNanos()).isEqualTo(61_000_000_000L);
    shape = Sliding.of(10 * minute, 1_000_000_000, 0, 11 * minute + 1);
    assertThat(shape.offsetNanos()).isEqualTo(11 * minute + 10_000_000_000L);
  }

  @Test
  void bothSidesHaveThePanesOfTheShorter() {
    long hour = 3_600_000_000_000L;
    Sliding shape = Sliding.of(24 * hour, 1_000_000_000, hour);
    assertThat(shape.paneNanos()).isEqualTo(hour / 60);
    assertThat(shape.baselineNanos()).isEqualTo(hour);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "59,1", "60,1", "119,1", "120,2", "300,5", "600,10", "3600,60", "86400,1440"})
  void panesOfWholeSeconds(long windowSeconds, long paneSeconds) {
    Sliding shape = Sliding.of(windowSeconds * 1_000_000_000, 1_000_000_000, 0);
    assertThat(shape.paneNanos()).isEqualTo(paneSeconds * 1_000_000_000);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "60,60", "300,304", "3600,3659"})
  void theLongestStretchEndsATickBeforeItsOldestPaneLeaves(
      long windowSeconds, double longestSeconds) {
    Sliding shape = Sliding.of(windowSeconds * 1_000_000_000, 1_000_000_000, 0);
    assertThat(shape.longestSeconds()).isEqualTo(longestSeconds);
  }
}
