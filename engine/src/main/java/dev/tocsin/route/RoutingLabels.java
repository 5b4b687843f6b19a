package dev.tocsin.route;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Transition;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The labels by which alerts are routed. */
public final class RoutingLabels {
  private RoutingLabels() {}

  /**
   * Those of an alert: its own, its rule and group, {@code alertname}, {@code severity}, and {@code
   * type} where the rule has one.
   */
  public static Map<String, String> of(Transition alert, Optional<String> type) {
    Map<String, String> labels = new LinkedHashMap<>(alert.labels());
    labels.putAll(identity(alert));
    labels.put("alertname", alert.rule());
    labels.put("severity", alert.severity().label());
    type.ifPresent(known -> labels.put("type", known));
    return labels;
  }

  /** What tells it from other alerts, and stays the same when it gets worse. */
  static Map<String, String> identity(Transition alert) {
    Map<String, String> labels = new LinkedHashMap<>();
    labels.put("rule", alert.rule());
    labels.putAll(alert.group());
    if (alert.reason() != AlertReason.CONDITION) {
      labels.put("reason", alert.reason().label());
    }
    return labels;
  }
}
