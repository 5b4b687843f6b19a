package dev.tocsin.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TransitionTest {
  private static final Instant TICK = Instant.parse("2026-10-03T10:00:00Z");
  private static final ComparedReading READING =
      new ComparedReading("p95_latency", ">", 2_500.0, 2_000.0, 10, Unit.DURATION);

  @Test
  void beginsToFireOnlyWhereItDidNotFireBefore() {
    assertThat(transition(AlertState.INACTIVE, AlertState.FIRING).beginsFiring()).isTrue();
    assertThat(transition(AlertState.PENDING, AlertState.FIRING).beginsFiring()).isTrue();
    assertThat(transition(AlertState.FIRING, AlertState.FIRING).beginsFiring()).isFalse();
    assertThat(transition(AlertState.FIRING, AlertState.INACTIVE).beginsFiring()).isFalse();
  }

  @Test
  void isOfItsConditionAndDoesNotFlapUnlessItSaysSo() {
    Transition transition = transition(AlertState.PENDING, AlertState.FIRING);
    assertThat(transition.reason()).isEqualTo(AlertReason.CONDITION);
    assertThat(transition.reason().label()).isEqualTo("condition");
    assertThat(transition.flapping()).isFalse();
    assertThat(transition.labels()).isEmpty();
    Alert alert = new Alert("slow", Map.of(), AlertState.FIRING, TICK, Severity.WARNING);
    assertThat(alert.reason()).isEqualTo(AlertReason.CONDITION);
    assertThat(alert.flapping()).isFalse();
  }

  private static Transition transition(AlertState from, AlertState to) {
    return new Transition(
        TICK,
        "slow",
        Map.of(),
        TICK,
        from,
        to,
        READING,
        List.of(READING),
        Severity.WARNING,
        List.of("slack"));
  }
}
