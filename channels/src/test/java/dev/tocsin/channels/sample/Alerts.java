package dev.tocsin.channels.sample;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.api.spi.Message;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alerts as an engine has them, with all that a rule can say. */
public final class Alerts {
  private static final Instant ACTIVATION = Instant.parse("2026-10-03T10:16:00Z");
  private static final ComparedReading P95 =
      new ComparedReading("p95_latency", ">", 2_512.4, 2_000.0, 156, Unit.DURATION);
  private static final ComparedReading CALM =
      new ComparedReading("p95_latency", ">", 1_806.1, 2_000.0, 204, Unit.DURATION);
  private static final ComparedReading COUNT =
      new ComparedReading("count()", ">=", 156.0, 100.0, 156, Unit.COUNT);

  private Alerts() {}

  public static Message.Notification firing() {
    return message(AlertState.INACTIVE, AlertState.FIRING, 0, Severity.WARNING);
  }

  public static Message.Notification worse() {
    return message(AlertState.FIRING, AlertState.FIRING, 300, Severity.CRITICAL);
  }

  public static Message.Notification resolved() {
    return message(AlertState.FIRING, AlertState.INACTIVE, 750, Severity.CRITICAL);
  }

  /** With these texts everywhere. */
  public static Message.Notification saying(String text, AlertReason reason) {
    ComparedReading nothing = new ComparedReading(text, ">", null, null, 0, Unit.NUMBER);
    return message(
        new Transition(
            ACTIVATION,
            text,
            Map.of(text, text),
            ACTIVATION,
            AlertState.INACTIVE,
            AlertState.FIRING,
            nothing,
            List.of(nothing),
            Severity.INFO,
            List.of(),
            Map.of(text, text),
            Map.of("description", text, "runbook", text, text, text),
            reason,
            true));
  }

  private static Message.Notification message(
      AlertState from, AlertState to, int after, Severity severity) {
    Map<String, String> annotations = new LinkedHashMap<>();
    ComparedReading p95 = to == AlertState.FIRING ? P95 : CALM;
    annotations.put("description", "Users of search wait for their answers.");
    annotations.put("runbook", "https://wiki.example.org/latency?feature=search&tier=1");
    return message(
        new Transition(
            ACTIVATION.plusSeconds(after),
            "latency_degradation",
            Map.of("feature", "search"),
            ACTIVATION,
            from,
            to,
            p95,
            List.of(p95, COUNT),
            severity,
            List.of("slack"),
            Map.of("team", "search"),
            annotations));
  }

  private static Message.Notification message(Transition transition) {
    String key =
        transition.rule()
            + transition.group()
            + "/"
            + transition.activation()
            + "/"
            + transition.to().label()
            + "/"
            + transition.time();
    return new Message.Notification(
        key,
        transition.time(),
        "oncall",
        transition.alertKey(),
        transition.group(),
        Message.Cause.NEWS,
        List.of(new NotifiedAlert(transition)),
        Optional.empty(),
        Optional.empty(),
        "{}");
  }
}
