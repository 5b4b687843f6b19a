package dev.tocsin.channels.webhook;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.alertmanager.LabelledAlert;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A message in the form of Alertmanager's webhook, version 4
 * (https://prometheus.io/docs/alerting/latest/configuration/#webhook_config).
 */
final class AlertmanagerPayload {
  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final String HEARTBEAT = "tocsin_heartbeat";

  private AlertmanagerPayload() {}

  /**
   * @param receiver of heartbeats, which have none
   * @param most alerts that are told; of more, the number is told
   */
  static Map<String, Object> of(Message message, String receiver, int most) {
    if (message instanceof Message.Notification alerts) {
      return payload(
          alerts.receiver(),
          alerts.thread(),
          new TreeMap<>(alerts.groupLabels()),
          alerts.alerts().stream().map(alert -> LabelledAlert.of(alert, alerts.cause())).toList(),
          most);
    }
    return payload(
        receiver,
        HEARTBEAT,
        Map.of("alertname", HEARTBEAT),
        List.of(LabelledAlert.heartbeat((Message.Heartbeat) message)),
        most);
  }

  private static Map<String, Object> payload(
      String receiver,
      String groupKey,
      Map<String, String> groupLabels,
      List<LabelledAlert> all,
      int most) {
    List<LabelledAlert> alerts = all.subList(0, Math.min(all.size(), most));
    boolean fires = alerts.stream().anyMatch(alert -> alert.endsAt().isEmpty());
    return object(
        "version",
        "4",
        "groupKey",
        groupKey,
        "truncatedAlerts",
        all.size() - alerts.size(),
        "status",
        fires ? "firing" : "resolved",
        "receiver",
        receiver,
        "groupLabels",
        groupLabels,
        "commonLabels",
        common(alerts, LabelledAlert::labels),
        "commonAnnotations",
        common(alerts, LabelledAlert::annotations),
        "externalURL",
        "",
        "alerts",
        alerts.stream().map(AlertmanagerPayload::alert).toList());
  }

  private static Map<String, Object> alert(LabelledAlert alert) {
    return object(
        "status",
        alert.status(),
        "labels",
        alert.labels(),
        "annotations",
        alert.annotations(),
        "startsAt",
        alert.startsAt().toString(),
        "endsAt",
        alert.endsAt().map(Object::toString).orElse(NEVER),
        "generatorURL",
        alert.link(),
        "fingerprint",
        alert.fingerprint());
  }

  /** What all of them have. */
  private static Map<String, String> common(
      List<LabelledAlert> alerts, Function<LabelledAlert, Map<String, String>> of) {
    Map<String, String> common = new TreeMap<>(of.apply(alerts.get(0)));
    alerts.forEach(alert -> common.entrySet().retainAll(of.apply(alert).entrySet()));
    return common;
  }
}
