package dev.tocsin.testkit.contract;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.api.spi.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Messages as an engine would send them. */
public final class SampleMessages {
  private static final Instant TIME = Instant.parse("2026-10-03T10:16:00Z");

  private SampleMessages() {}

  /** A rule began to fire for one user. */
  public static Message firing(String rule) {
    return message(transition(rule, AlertState.INACTIVE, AlertState.FIRING));
  }

  /** A rule stopped firing. */
  public static Message resolved(String rule) {
    return message(transition(rule, AlertState.FIRING, AlertState.INACTIVE));
  }

  /** The engine is alive. */
  public static Message heartbeat() {
    EngineHealth health =
        new EngineHealth(
            0,
            65_536,
            10,
            1,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            0,
            Duration.ZERO,
            TIME,
            List.of(),
            null);
    return new Message.Heartbeat(
        "heartbeat/" + TIME, TIME, health, "{\"type\":\"heartbeat\",\"time\":\"" + TIME + "\"}");
  }

  /** A change of state of a rule by user. */
  public static Transition transition(String rule, AlertState from, AlertState to) {
    ComparedReading reading =
        new ComparedReading("p95_latency", ">", 2_500.5, 2_000.0, 156, Unit.DURATION);
    return new Transition(
        TIME,
        rule,
        Map.of("user", "u1"),
        TIME,
        from,
        to,
        reading,
        List.of(reading),
        Severity.WARNING,
        List.of("slack"));
  }

  private static Message message(Transition transition) {
    String rule =
        transition
            .rule()
            .replaceAll("[\\\\\"]", "\\\\$0")
            .replace("\n", "\\n")
            .replace("\u0000", "\\u0000");
    return new Message.Notification(
        rule + "/" + transition.to().label(),
        transition.time(),
        "slack",
        transition.alertKey(),
        transition.group(),
        Message.Cause.NEWS,
        List.of(new NotifiedAlert(transition)),
        Optional.empty(),
        Optional.empty(),
        "{\"type\":\"transition\",\"rule\":\"" + rule + "\"}");
  }
}
