package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** How well incidents were noticed, as JSON. */
public final class DetectionJson {
  private DetectionJson() {}

  /** All of it. */
  public static Map<String, @Nullable Object> of(Detection detection) {
    Map<String, @Nullable Object> json = totals(detection);
    json.put("noticed", detection.incidents().stream().map(DetectionJson::noticed).toList());
    json.put("rules", detection.rules().stream().map(DetectionJson::rule).toList());
    json.put("outside", detection.outside().stream().map(LabelledIncident::name).toList());
    return json;
  }

  static Map<String, @Nullable Object> totals(Detection detection) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("incidents", detection.incidents().size());
    json.put("detected", detection.detected());
    json.put("alerts", detection.alerts());
    json.put("right", detection.right());
    json.put("precision", number(detection.precision()));
    json.put("recall", number(detection.recall()));
    json.put("f1", number(detection.f1()));
    json.put("time_to_detect_s", seconds(detection.timeToDetect()));
    return json;
  }

  private static Map<String, @Nullable Object> rule(RuleDetection rule) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", rule.rule());
    json.put("alerts", rule.alerts());
    json.put("right", rule.right());
    json.put("precision", number(rule.precision()));
    json.put("noticed", rule.noticed());
    json.put("concerned", rule.concerned());
    json.put("recall", number(rule.recall()));
    return json;
  }

  private static Map<String, @Nullable Object> noticed(Detection.Noticed noticed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("incident", noticed.incident().name());
    json.put("from", noticed.incident().from().toString());
    json.put("until", noticed.incident().until().toString());
    json.put("alerts", noticed.by());
    json.put("first_rule", noticed.first().map(alert -> alert.rule()).orElse(null));
    json.put("time_to_detect_s", seconds(noticed.timeToDetect()));
    return json;
  }

  /** Null for what is not known. */
  public static @Nullable Double number(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }

  /** Null for what is not known. */
  public static @Nullable Double seconds(Optional<Duration> duration) {
    return duration.map(BacktestJson::seconds).orElse(null);
  }
}
