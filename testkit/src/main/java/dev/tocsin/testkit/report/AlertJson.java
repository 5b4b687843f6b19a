package dev.tocsin.testkit.report;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Transition;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.backtest.PastAlert;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The alerts of a replay, each with what decided it when it began to fire, or to wait. */
final class AlertJson {
  private AlertJson() {}

  static List<Map<String, @Nullable Object>> of(Replay replay, int most) {
    Map<String, Transition> deciding = new HashMap<>();
    for (Transition each : replay.transitions()) {
      if (each.beginsFiring() || !deciding.containsKey(each.alertKey())) {
        deciding.put(each.alertKey(), each);
      }
    }
    return PastAlert.of(replay).stream()
        .limit(most)
        .map(alert -> of(alert, Objects.requireNonNull(deciding.get(alert.key()))))
        .toList();
  }

  private static Map<String, @Nullable Object> of(PastAlert alert, Transition deciding) {
    ComparedReading reading = deciding.decisive();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", alert.rule());
    json.put("group", GroupText.of(alert.group()));
    json.put("severity", alert.severity().label());
    boolean waited = !alert.fired().equals(Optional.of(alert.activation()));
    json.put("pending", waited ? alert.activation().toEpochMilli() : null);
    json.put("fired", alert.fired().map(Instant::toEpochMilli).orElse(null));
    json.put("ended", alert.ended().map(Instant::toEpochMilli).orElse(null));
    json.put("term", reading.term());
    json.put("operator", reading.operator());
    json.put("value", Line.finite(reading.value()));
    json.put("threshold", Line.finite(reading.threshold()));
    json.put("unit", RuleJson.unit(reading.unit()));
    json.put("samples", reading.samples());
    json.put("flapped", alert.flapped());
    json.put("receivers", alert.receivers());
    json.put("reason", alert.reason() == AlertReason.CONDITION ? null : alert.reason().label());
    return json;
  }
}
