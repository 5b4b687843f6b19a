package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.window.WindowShape.Sliding;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
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
    long largest = 1;
    for (long ticks = 1; ticks * 60 <= windowTicks; ticks++) {
      largest = windowTicks % ticks == 0 ? ticks : largest;
    }
    Sliding shape = Sliding.of(window, tick, baseline);
    assertThat(shape.lengthNanos()).isEqualTo(window);
    assertThat(shape.paneNanos()).isEqualTo(largest * tick);
    assertThat(shape.baselineNanos() % shape.paneNanos()).isZero();
    assertThat(shape.baselineNanos() - baseline).isBetween(0L, shape.paneNanos() - 1);
  }

  @ParameterizedTest
  @CsvSource({"1,1", "59,1", "60,1", "119,1", "120,2", "300,5", "600,10", "3600,60", "86400,1440"})
  void panesOfWholeSeconds(long windowSeconds, long paneSeconds) {
    Sliding shape = Sliding.of(windowSeconds * 1_000_000_000, 1_000_000_000, 0);
    assertThat(shape.paneNanos()).isEqualTo(paneSeconds * 1_000_000_000);
  }
}
