package dev.tocsin.cli.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AlertHistoryTest {
  private static final Instant END = Instant.parse("2026-10-03T11:00:00Z");
  private final AlertHistory history = new AlertHistory();

  @Test
  void measuresFromFiringAndNotFromPending() {
    history.add(Alerts.errors(0.1).pending("2026-10-03T10:00:00Z"));
    history.add(Alerts.errors(0.1).firing("2026-10-03T10:05:00Z", "2026-10-03T10:00:00Z"));
    assertThat(
            history.add(Alerts.errors(0).resolved("2026-10-03T10:07:00Z", "2026-10-03T10:00:00Z")))
        .contains(Duration.ofMinutes(2));
    assertThat(history.firing("error_rate_spike", END)).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void aPendingAlertThatIsDroppedNeverFired() {
    history.add(Alerts.errors(0.1).pending("2026-10-03T10:00:00Z"));
    assertThat(
            history.add(Alerts.errors(0).dropped("2026-10-03T10:01:00Z", "2026-10-03T10:00:00Z")))
        .isEmpty();
    assertThat(history.firing("error_rate_spike", END)).isZero();
  }

  @Test
  void groupsThatFireTogetherCountOnce() {
    history.add(Alerts.drift("latency", 1).firing("2026-10-03T10:00:00Z"));
    history.add(Alerts.drift("cost", 1).firing("2026-10-03T10:10:00Z"));
    history.add(
        Alerts.drift("latency", 0).resolved("2026-10-03T10:20:00Z", "2026-10-03T10:00:00Z"));
    assertThat(history.firing("model_drift", END)).isEqualTo(Duration.ofHours(1));
    history.add(Alerts.drift("cost", 0).resolved("2026-10-03T10:30:00Z", "2026-10-03T10:10:00Z"));
    assertThat(history.firing("model_drift", END)).isEqualTo(Duration.ofMinutes(30));
  }

  @Test
  void anUnknownRuleHasNotFired() {
    assertThat(history.firing("silent", END)).isZero();
  }
}
