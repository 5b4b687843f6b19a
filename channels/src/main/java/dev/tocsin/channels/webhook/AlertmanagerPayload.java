package dev.tocsin.channels.webhook;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message in the form of Alertmanager's webhook, version 4
 * (https://prometheus.io/docs/alerting/latest/configuration/#webhook_config), with one alert each.
 */
final class AlertmanagerPayload {
  private static final String NEVER = "0001-01-01T00:00:00Z";
  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;
  private static final int SEPARATOR = 255;

  private AlertmanagerPayload() {}

  static Map<String, Object> of(Message message, String receiver) {
    if (message instanceof Message.Notification alert) {
      return alert(alert, receiver);
    }
    Map<String, String> labels = Map.of("alertname", "tocsin_heartbeat", "severity", "none");
    return payload(
        receiver,
        "tocsin_heartbeat",
        new TreeMap<>(labels),
        Map.of("summary", "The engine is alive."),
        message.time(),
        NEVER);
  }

  private static Map<String, Object> alert(Message.Notification message, String receiver) {
    Transition transition = message.alerts().get(0).transition();
    AlertText text = AlertText.of(message);
    Map<String, String> labels = new TreeMap<>(transition.group());
    labels.putAll(transition.labels());
    labels.put("alertname", transition.rule());
    labels.put("severity", transition.severity().label());
    Map<String, String> annotations = new TreeMap<>(transition.annotations());
    annotations.putIfAbsent("summary", text.title());
    annotations.putIfAbsent("value", AlertText.value(transition.decisive()));
    annotations.putIfAbsent("threshold", AlertText.threshold(transition.decisive()));
    text.runbook().ifPresent(link -> annotations.putIfAbsent("runbook_url", link.toString()));
    return payload(
        receiver,
        text.alertKey(),
        labels,
        annotations,
        transition.activation(),
        text.resolved() ? transition.time().toString() : NEVER);
  }

  private static Map<String, Object> payload(
      String receiver,
      String groupKey,
      Map<String, String> labels,
      Map<String, String> annotations,
      Instant startsAt,
      String endsAt) {
    String status = endsAt.equals(NEVER) ? "firing" : "resolved";
    Map<String, Object> alert = new LinkedHashMap<>();
    alert.put("status", status);
    alert.put("labels", labels);
    alert.put("annotations", annotations);
    alert.put("startsAt", startsAt.toString());
    alert.put("endsAt", endsAt);
    alert.put("generatorURL", "");
    alert.put("fingerprint", fingerprint(labels));
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("version", "4");
    payload.put("groupKey", groupKey);
    payload.put("truncatedAlerts", 0);
    payload.put("status", status);
    payload.put("receiver", receiver);
    payload.put("groupLabels", Map.of("alertname", String.valueOf(labels.get("alertname"))));
    payload.put("commonLabels", labels);
    payload.put("commonAnnotations", annotations);
    payload.put("externalURL", "");
    payload.put("alerts", List.of(alert));
    return payload;
  }

  /** FNV-1a over sorted labels, as Prometheus' {@code model.LabelSet.Fingerprint} has it. */
  static String fingerprint(Map<String, String> labels) {
    long hash = FNV_OFFSET;
    for (Map.Entry<String, String> label : new TreeMap<>(labels).entrySet()) {
      hash = add(add(hash, label.getKey()), label.getValue());
    }
    return "%016x".formatted(hash);
  }

  private static long add(long hash, String text) {
    long sum = hash;
    for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
      sum = (sum ^ (one & 0xff)) * FNV_PRIME;
    }
    return (sum ^ SEPARATOR) * FNV_PRIME;
  }
}
