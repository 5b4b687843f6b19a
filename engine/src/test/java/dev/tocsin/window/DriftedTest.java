package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.drift.KolmogorovSmirnov;
import dev.tocsin.window.WindowShape.Sliding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** The distance of two distributions moves no further than {@link Window#drifted} says. */
class DriftedTest {
  private static final long TICK = 1_000_000_000L;
  private static final double ROUNDING = 1e-9;

  /** A look at a window. */
  private record Look(double distance, double drifted) {
    static Look at(Window window) {
      double distance =
          KolmogorovSmirnov.of(
              (HistogramState) window.current(), (HistogramState) window.baseline());
      return new Look(distance, window.drifted());
    }

    /** Whether both sides had numbers. */
    boolean compares() {
      return !Double.isNaN(distance);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void boundsHowFarTheDistanceMovedSinceAnyLook(@ForAll Random random) {
    long length = 1 + random.nextLong(80);
    long baseline = 1 + random.nextLong(200);
    long offset = random.nextBoolean() ? 0 : random.nextLong(20);
    Sliding shape = Sliding.of(length * TICK, TICK, baseline * TICK, offset * TICK);
    FoldKind kind = random.nextBoolean() ? FoldKind.LOG_HISTOGRAM : FoldKind.SCORE_HISTOGRAM;
    Window window = shape.open(kind);
    List<Look> looks = new ArrayList<>();
    long now = 1_700_000_000L * TICK;
    for (int step = 0; step < 120; step++) {
      now += TICK * (random.nextInt(20) == 0 ? 1 + random.nextLong(3 * length) : 1);
      for (int left = random.nextInt(4); left > 0; left--) {
        add(
            window,
            now - TICK * (random.nextInt(4) == 0 ? 1 + random.nextLong(length) : 1),
            random);
      }
      window.advance(now);
      if (random.nextInt(40) == 0) {
        window = States.copy(window, shape, kind);
        looks.clear();
      }
      assertBounds(looks, Look.at(window));
    }
  }

  @Test
  void isInfiniteWithoutABaseline() {
    Window window = Sliding.of(60 * TICK, TICK, 0).open(FoldKind.LOG_HISTOGRAM);
    window.add(0, 1);
    assertThat(window.drifted()).isInfinite();
  }

  private static void assertBounds(List<Look> looks, Look now) {
    for (Look before : looks) {
      double moved = Math.abs(now.distance() - before.distance());
      if (now.compares()) {
        assertThat(moved).isLessThanOrEqualTo(now.drifted() - before.drifted() + ROUNDING);
      }
      assertThat(now.drifted()).isGreaterThanOrEqualTo(before.drifted());
    }
    if (now.compares()) {
      looks.add(now);
    }
  }

  private static void add(Window window, long from, Random random) {
    long shift = Math.floorDiv(from, 50 * TICK) % 5 * 40_000_000; // what is usual changes
    Numbers numbers = new Numbers();
    for (int left = 1 + random.nextInt(random.nextInt(8) == 0 ? 60 : 4); left > 0; left--) {
      numbers.add(shift + random.nextLong(60_000_000));
    }
    if (random.nextBoolean()) {
      assertThat(window.addAll(from, from + TICK, numbers)).isTrue();
      return;
    }
    for (int i = 0; i < numbers.size(); i++) {
      window.add(from + random.nextLong(TICK), numbers.value(i));
    }
  }
}
