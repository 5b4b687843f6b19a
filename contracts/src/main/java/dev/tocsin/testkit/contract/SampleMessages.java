package dev.tocsin.testkit.contract;

import dev.tocsin.api.Acknowledgement;
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
import java.util.stream.IntStream;

/** Messages as an engine would send them. Each call gives the same message again. */
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

  /** Somebody takes care of a rule that fires for one user. */
  public static Message acknowledged(String rule) {
    NotifiedAlert alert =
        new NotifiedAlert(
            transition(rule, AlertState.INACTIVE, AlertState.FIRING),
            Optional.of(new Acknowledgement("alice", TIME, "looking into it")),
            Map.of());
    return message(rule + "/acknowledged", Message.Cause.ACKNOWLEDGED, List.of(alert));
  }

  /**
   * A rule about many users at once: those it fires for first, then those it has stopped for.
   *
   * @param firing how many
   * @param resolved how many; both together at least one
   */
  public static Message group(String rule, int firing, int resolved) {
    List<NotifiedAlert> alerts =
        IntStream.range(0, firing + resolved)
            .mapToObj(
                user ->
                    user < firing
                        ? transition(rule, "u" + user, AlertState.INACTIVE, AlertState.FIRING)
                        : transition(rule, "u" + user, AlertState.FIRING, AlertState.INACTIVE))
            .map(NotifiedAlert::new)
            .toList();
    return message(rule + "/" + firing + "/" + resolved, Message.Cause.NEWS, alerts);
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
    return transition(rule, "u1", from, to);
  }

  private static Transition transition(String rule, String user, AlertState from, AlertState to) {
    ComparedReading reading =
        new ComparedReading("p95_latency", ">", 2_500.5, 2_000.0, 156, Unit.DURATION);
    return new Transition(
        TIME,
        rule,
        Map.of("user", user),
        TIME,
        from,
        to,
        reading,
        List.of(reading),
        Severity.WARNING,
        List.of("slack"));
  }

  private static Message message(Transition transition) {
    return message(
        transition.rule() + "/" + transition.to().label(),
        Message.Cause.NEWS,
        List.of(new NotifiedAlert(transition)));
  }

  private static Message message(String key, Message.Cause cause, List<NotifiedAlert> alerts) {
    String rule = alerts.get(0).transition().rule();
    return new Message.Notification(
        key,
        TIME,
        "oncall",
        "oncall/" + rule,
        Map.of("rule", rule),
        cause,
        alerts,
        Optional.empty(),
        Optional.empty(),
        "{\"type\":\"notification\",\"key\":\""
            + escaped(key)
            + "\",\"alerts\":"
            + alerts.size()
            + "}");
  }

  private static String escaped(String text) {
    return text.replaceAll("[\\\\\"]", "\\\\$0").replace("\n", "\\n").replace("\u0000", "\\u0000");
  }
}
