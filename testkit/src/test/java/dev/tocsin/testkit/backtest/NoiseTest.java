package dev.tocsin.testkit.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NoiseTest {
  private static final long SHORT = Noise.SHORT.toSeconds();
  private static final long REPEATED = Noise.REPEATED.toSeconds();

  private record Step(String rule, long gap, long length, boolean flaps) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.of(1L, 600L, REPEATED - 1, REPEATED, 2 * REPEATED),
            Arbitraries.of(1L, SHORT - 1, SHORT, 2 * REPEATED),
            Arbitraries.of(true, false, false))
        .as(Step::new)
        .list()
        .ofMaxSize(12);
  }

  private static List<PastAlert> alerts(List<Step> steps) {
    List<PastAlert> alerts = new ArrayList<>();
    long at = 0;
    for (Step step : steps) {
      PastAlert alert = Alerts.fired(step.rule(), at + step.gap(), at + step.gap() + step.length());
      alerts.add(step.flaps() ? Alerts.flapping(alert) : alert);
      at += step.gap() + step.length();
    }
    return alerts;
  }

  @Property
  void everyAlertIsLookedAtByItself(@ForAll("steps") List<Step> steps) {
    List<PastAlert> alerts = alerts(steps);
    Noise noise = Noise.of(alerts);

    long noisy =
        alerts.stream()
            .filter(alert -> isShort(alert) || alert.flapped() || isRepeat(alert, alerts))
            .count();
    assertThat(noise.alerts()).isEqualTo(alerts.size());
    assertThat(noise.noisy()).isEqualTo(noisy);
    assertThat(noise.brief()).isEqualTo(alerts.stream().filter(NoiseTest::isShort).count());
    assertThat(noise.flapped()).isEqualTo(alerts.stream().filter(PastAlert::flapped).count());
    assertThat(noise.repeated())
        .isEqualTo(alerts.stream().filter(alert -> isRepeat(alert, alerts)).count());
    noise.score().ifPresent(score -> assertThat(score).isBetween(0.0, 1.0));
  }

  private static boolean isShort(PastAlert alert) {
    return Duration.between(alert.fired().orElseThrow(), alert.ended().orElseThrow()).toSeconds()
        < SHORT;
  }

  private static boolean isRepeat(PastAlert alert, List<PastAlert> all) {
    return all.stream()
        .filter(other -> other.rule().equals(alert.rule()))
        .filter(other -> !other.ended().orElseThrow().isAfter(alert.fired().orElseThrow()))
        .anyMatch(
            other ->
                Duration.between(other.ended().orElseThrow(), alert.fired().orElseThrow())
                        .toSeconds()
                    < REPEATED);
  }

  @Test
  void nothingHasNoScore() {
    assertThat(Noise.of(List.of()).score()).isEmpty();
    assertThat(Noise.of(List.of(Alerts.waited("a", 0, 10))).score()).isEmpty();
  }

  @Test
  void whatStillFiresIsNotShort() {
    Noise noise = Noise.of(List.of(Alerts.fired("a", 0, Optional.empty())));

    assertThat(noise.score()).hasValue(0);
  }
}
