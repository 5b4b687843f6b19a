package dev.tocsin.testkit.backtest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A sweep as JSON. */
final class SweepJson {
  private SweepJson() {}

  static Map<String, @Nullable Object> of(Sweep sweep) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", sweep.rule());
    json.put("what", sweep.what().name().toLowerCase(Locale.ROOT));
    json.put("current", sweep.current());
    json.put("points", sweep.points().stream().map(SweepJson::point).toList());
    json.put("refused", sweep.refused().stream().map(SweepJson::refused).toList());
    return json;
  }

  private static Map<String, @Nullable Object> refused(Sweep.Refused refused) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("value", refused.value());
    json.put("why", refused.why());
    return json;
  }

  private static Map<String, @Nullable Object> point(Sweep.Point point) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("value", point.value());
    json.putAll(BacktestJson.tally(point.tally()));
    json.put("pages", point.pages());
    json.put("noise", DetectionJson.number(point.noise().score()));
    point.detection().ifPresent(each -> json.put("detection", DetectionJson.totals(each)));
    return json;
  }
}
