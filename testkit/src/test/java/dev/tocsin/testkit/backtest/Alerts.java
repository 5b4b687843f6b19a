package dev.tocsin.testkit.backtest;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Past alerts made up for tests; times are seconds after a start. */
final class Alerts {
  static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  private Alerts() {}

  static Instant at(long seconds) {
    return START.plusSeconds(seconds);
  }

  /** One that fires at once. */
  static PastAlert fired(String rule, long from, Optional<Long> until) {
    return new PastAlert(
        rule + "/" + from,
        rule,
        Map.of(),
        AlertReason.CONDITION,
        Severity.WARNING,
        at(from),
        Optional.of(at(from)),
        until.map(Alerts::at),
        false,
        List.of("slack"));
  }

  static PastAlert fired(String rule, long from, long until) {
    return fired(rule, from, Optional.of(until));
  }

  /** One that waited in vain. */
  static PastAlert waited(String rule, long from, long until) {
    return new PastAlert(
        rule + "/" + from,
        rule,
        Map.of(),
        AlertReason.CONDITION,
        Severity.WARNING,
        at(from),
        Optional.empty(),
        Optional.of(at(until)),
        false,
        List.of());
  }

  static PastAlert flapping(PastAlert alert) {
    return new PastAlert(
        alert.key(),
        alert.rule(),
        alert.group(),
        alert.reason(),
        alert.severity(),
        alert.activation(),
        alert.fired(),
        alert.ended(),
        true,
        alert.receivers());
  }
}
