package dev.tocsin.channels.sample;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
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
import java.util.stream.IntStream;

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

  /** Taken care of by Alice. */
  public static Message.Notification acknowledged() {
    return notification(
        Message.Cause.ACKNOWLEDGED,
        List.of(taken(firing().alerts().get(0).transition())),
        Optional.empty());
  }

  /** Two features that fire, one of them critical and with evidence, and one that is over. */
  public static Message.Notification group() {
    return group(Message.Cause.NEWS);
  }

  /** The same for another reason. */
  public static Message.Notification group(Message.Cause cause) {
    return notification(
        cause,
        List.of(
            new NotifiedAlert(
                of("chat", AlertState.FIRING, AlertState.FIRING, 300, Severity.CRITICAL)
                    .with(evidence()),
                Optional.empty(),
                Map.of("trace", "https://langfuse.example.org/trace/t-81")),
            new NotifiedAlert(
                of("search", AlertState.INACTIVE, AlertState.FIRING, 0, Severity.WARNING)),
            new NotifiedAlert(
                of("mail", AlertState.FIRING, AlertState.INACTIVE, 300, Severity.WARNING))),
        Optional.empty());
  }

  /** The group, in which all that fires is taken care of. */
  public static Message.Notification groupAcknowledged() {
    return notification(
        Message.Cause.ACKNOWLEDGED,
        group().alerts().stream()
            .filter(NotifiedAlert::isFiring)
            .map(alert -> taken(alert.transition()))
            .toList(),
        Optional.empty());
  }

  /** So many alerts with these texts everywhere, of which the first is worst. */
  public static Message.Notification thousand(String text) {
    List<NotifiedAlert> alerts =
        IntStream.range(0, 1_000)
            .mapToObj(
                each ->
                    new NotifiedAlert(
                        saying(text + each, AlertReason.CONDITION).alerts().get(0).transition(),
                        Optional.empty(),
                        Map.of(text, "https://example.org/" + each + "/" + "x".repeat(300))))
            .toList();
    return notification(Message.Cause.REPEAT, alerts, Optional.of(text));
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
    return message(of("search", from, to, after, severity));
  }

  private static Transition of(
      String feature, AlertState from, AlertState to, int after, Severity severity) {
    Map<String, String> annotations = new LinkedHashMap<>();
    ComparedReading p95 = to == AlertState.FIRING ? P95 : CALM;
    annotations.put("description", "Users of " + feature + " wait for their answers.");
    annotations.put("runbook", "https://wiki.example.org/latency?feature=" + feature + "&tier=1");
    return new Transition(
        ACTIVATION.plusSeconds(after),
        "latency_degradation",
        Map.of("feature", feature),
        ACTIVATION,
        from,
        to,
        p95,
        List.of(p95, COUNT),
        severity,
        List.of("slack"),
        Map.of("team", "search"),
        annotations);
  }

  private static Evidence evidence() {
    return new Evidence(
        List.of(
            new Exemplar("c-81", "t-81", ACTIVATION, 8_412.0),
            new Exemplar("c-17", null, ACTIVATION, null)),
        List.of(
            new Contributor("model", "gpt-4o", 0.62, 0.31),
            new Contributor("user", "u7", 0.2, 0.02)),
        156);
  }

  private static NotifiedAlert taken(Transition transition) {
    return new NotifiedAlert(
        transition,
        Optional.of(new Acknowledgement("alice", ACTIVATION.plusSeconds(240), "looking into it")),
        Map.of());
  }

  private static Message.Notification message(Transition transition) {
    return notification(
        Message.Cause.NEWS, List.of(new NotifiedAlert(transition)), Optional.empty());
  }

  private static Message.Notification notification(
      Message.Cause cause, List<NotifiedAlert> alerts, Optional<String> said) {
    Transition first = alerts.get(0).transition();
    String thread = "oncall/" + first.rule() + "/" + first.activation();
    return new Message.Notification(
        thread + "/" + alerts.size() + "/" + first.to().label() + "/" + first.time(),
        first.time(),
        "oncall",
        thread,
        Map.of("rule", first.rule()),
        cause,
        alerts,
        said,
        said,
        "{}");
  }
}
