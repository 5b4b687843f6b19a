package dev.tocsin.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.drift.KolmogorovSmirnov;
import dev.tocsin.window.Steps.Add;
import dev.tocsin.window.Steps.Stamped;
import dev.tocsin.window.Steps.Step;
import dev.tocsin.window.WindowShape.Sliding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A sliding window against a plain list of everything that was ever added. */
class PaneWindowTest {

  /** A window, a tick length, and what happens to it. */
  record Life(FoldKind kind, Sliding shape, long tick, long start, List<Step> steps) {}

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void showsWhatTheListHolds(@ForAll("lives") Life life) {
    Window window = life.shape().open(life.kind());
    List<Stamped> all = new ArrayList<>();
    long now = life.start();
    for (Step step : life.steps()) {
      now += step.jump() * life.tick();
      for (Add add : step.adds()) {
        all.add(new Stamped(now - add.age(), add.value()));
        window.add(now - add.age(), add.value());
      }
      window.advance(now);
      long pane = life.shape().paneNanos();
      long offset = life.shape().offsetNanos();
      long from = Math.floorDiv(now - offset - life.shape().lengthNanos(), pane) * pane;
      long until = offset == 0 ? Long.MAX_VALUE : Math.floorDiv(now - offset, pane) * pane;
      List<Long> current = between(all, from, until);
      List<Long> baseline = between(all, from - life.shape().baselineNanos(), from);
      Exact.assertFolded(window.current(), current);
      Exact.assertFolded(window.baseline(), baseline);
      assertThat(window.isEmpty())
          .isEqualTo(between(all, from - life.shape().baselineNanos(), Long.MAX_VALUE).isEmpty());
      if (window.current() instanceof HistogramState state
          && !current.isEmpty()
          && !baseline.isEmpty()) {
        assertThat(KolmogorovSmirnov.of(state, (HistogramState) window.baseline()))
            .isEqualTo(
                KolmogorovSmirnov.of(
                    (HistogramState) States.of(life.kind(), current),
                    (HistogramState) States.of(life.kind(), baseline)));
      }
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void changesByItselfExactlyWhenItSays(@ForAll("lives") Life life) {
    Window window = life.shape().open(life.kind());
    long now = life.start();
    for (Step step : life.steps()) {
      now += step.jump() * life.tick();
      for (Add add : step.adds()) {
        window.add(now - add.age(), add.value());
      }
      window.advance(now);
      WindowLaws.assertNextChangeIsExact(window, life.shape(), life.kind(), now);
    }
  }

  @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
  void readBackGoesOnAsTheOneWritten(@ForAll("lives") Life life) {
    Window window = life.shape().open(life.kind());
    long now = life.start();
    for (Step step : life.steps()) {
      Window read = States.copy(window, life.shape(), life.kind());
      now += step.jump() * life.tick();
      for (Add add : step.adds()) {
        window.add(now - add.age(), add.value());
        read.add(now - add.age(), add.value());
      }
      window.advance(now);
      read.advance(now);
      WindowLaws.assertSame(read, window);
      window = read;
    }
  }

  @Provide
  Arbitrary<Life> lives() {
    Arbitrary<Long> ticks = Arbitraries.of(1L, 7L, 250_000_000L, 1_000_000_000L);
    Arbitrary<Long> windowTicks = Arbitraries.longs().between(1, 150);
    Arbitrary<Long> baselines = Arbitraries.longs().between(0, 200);
    Arbitrary<Long> offsets = Arbitraries.oneOf(Arbitraries.just(0L), baselines);
    Arbitrary<Long> starts = Arbitraries.of(-1000L, 0L, 1_790_000_000L);
    Arbitrary<FoldKind> kinds = Arbitraries.of(Folded.KINDS);
    return Combinators.combine(ticks, windowTicks, baselines, offsets, starts, kinds)
        .flatAs(
            (tick, length, baseline, offset, start, kind) ->
                Steps.of(
                        Folded.number(kind),
                        Arbitraries.longs().between(1, (length + baseline + offset) * tick * 2),
                        length + baseline + offset + 5)
                    .map(
                        steps ->
                            new Life(
                                kind,
                                Sliding.of(length * tick, tick, baseline * tick, offset * tick),
                                tick,
                                start * tick,
                                steps)));
  }

  private static List<Long> between(List<Stamped> all, long from, long to) {
    return all.stream()
        .filter(one -> one.stamp() >= from && one.stamp() < to)
        .sorted(Comparator.comparingLong(Stamped::stamp)) // stable: of one stamp, as they came
        .map(Stamped::value)
        .toList();
  }
}
