package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.window.WindowShape.Calendar;
import dev.tocsin.window.WindowShape.Sliding;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Stamps and ticks exactly at an edge, which random ones seldom hit. */
class WindowEdgesTest {
  private static final long DAY = 86_400_000_000_000L;

  @Test
  void midnightIsTheNextDay() {
    Window window = new Calendar(CalendarPeriod.DAY, ZoneOffset.UTC).open(FoldKind.COUNT);
    window.add(DAY - 1, 1);
    window.advance(DAY);
    assertThat(window.current().samples()).isEqualTo(1);
    window.add(DAY, 1);
    window.add(DAY + 1, 1);
    assertThat(window.current().samples()).isEqualTo(2);
  }

  @Test
  void aMidnightTickAfterDaysOfSilenceIsStillTheDayBefore() {
    Window window = new Calendar(CalendarPeriod.DAY, ZoneOffset.UTC).open(FoldKind.COUNT);
    window.add(1, 1);
    window.advance(3 * DAY);
    assertThat(window.isEmpty()).isTrue();
    window.add(3 * DAY - 1, 1); // late, and of the day that the tick shows
    assertThat(window.current().samples()).isEqualTo(1);
  }

  @Test
  void aLateNumberOfTheOldestPaneCounts() {
    Window window = Sliding.of(60, 1, 0).open(FoldKind.SUM);
    window.advance(100);
    window.add(39, 1);
    assertThat(window.current().samples()).isZero();
    window.add(40, 1);
    assertThat(window.current().samples()).isEqualTo(1);
  }

  @Test
  void numbersOfOnePaneTakeOnePane() {
    Window one = Sliding.of(60, 1, 0).open(FoldKind.COUNT);
    one.add(50, 1);
    Window many = Sliding.of(60, 1, 0).open(FoldKind.COUNT);
    for (int i = 0; i < 100; i++) {
      many.add(50, 1);
    }
    assertThat(States.bytes(many)).hasSameSizeAs(States.bytes(one));
  }
}
