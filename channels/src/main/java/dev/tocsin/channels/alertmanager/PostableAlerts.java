package dev.tocsin.channels.alertmanager;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Alerts as Alertmanager's API takes them ({@code postableAlerts} of
 * https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml).
 *
 * @param now the later one of this and the message's time begins the time to live
 * @param timeToLive of an alert that fires
 */
record PostableAlerts(Instant now, Duration timeToLive) {

  List<Map<String, Object>> of(Message message) {
    if (message instanceof Message.Notification alerts) {
      Instant from = now.isAfter(message.time()) ? now : message.time();
      return alerts.alerts().stream()
          .flatMap(alert -> postable(alert, alerts.cause(), from))
          .toList();
    }
    LabelledAlert alive = LabelledAlert.heartbeat((Message.Heartbeat) message);
    Map<String, Object> postable = postable(alive, Instant.EPOCH);
    postable.remove("endsAt"); // so that it is missed after Alertmanager's resolve_timeout
    return List.of(postable);
  }

  /** The alert, and the end of what it was there at other severities, if it was. */
  private Stream<Map<String, Object>> postable(
      NotifiedAlert alert, Message.Cause cause, Instant from) {
    LabelledAlert labelled = LabelledAlert.of(alert, cause);
    Map<String, Object> now = postable(labelled, labelled.endsAt().orElse(from.plus(timeToLive)));
    Transition transition = alert.transition();
    if (transition.from() != AlertState.FIRING) {
      return Stream.of(now);
    }
    Stream<Map<String, Object>> before =
        Arrays.stream(Severity.values())
            .filter(severity -> severity != transition.severity())
            .map(severity -> postable(labelled.noLonger(severity), transition.time()));
    return Stream.concat(Stream.of(now), before);
  }

  private static Map<String, Object> postable(LabelledAlert alert, Instant endsAt) {
    return object(
        "labels",
        plain(alert.labels()),
        "annotations",
        plain(alert.annotations()),
        "startsAt",
        alert.startsAt().toString(),
        "endsAt",
        endsAt.toString(),
        "generatorURL",
        alert.link());
  }

  /** Names of letters, digits and underscores, which every version of Alertmanager takes. */
  private static Map<String, String> plain(Map<String, String> labels) {
    Map<String, String> plain = new TreeMap<>();
    labels.forEach(
        (name, value) -> {
          String letters = name.replaceAll("[^a-zA-Z0-9_]", "_");
          plain.putIfAbsent(letters.matches("[0-9].*|") ? "_" + letters : letters, value);
        });
    return plain;
  }
}
