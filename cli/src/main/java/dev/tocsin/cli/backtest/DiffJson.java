package dev.tocsin.cli.backtest;

import dev.tocsin.testkit.backtest.AlertDiff;
import dev.tocsin.testkit.backtest.AlertPair;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.BacktestJson;
import dev.tocsin.testkit.backtest.DetectionJson;
import dev.tocsin.testkit.backtest.PastAlert;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A difference for machines. */
final class DiffJson {
  private final AlertDiff diff;

  private DiffJson(AlertDiff diff) {
    this.diff = diff;
  }

  static Map<String, @Nullable Object> of(DiffReport report) {
    DiffJson json = new DiffJson(report.diff());
    Map<String, @Nullable Object> all = json.head();
    report
        .detections()
        .ifPresent(
            both -> {
              all.put("old_detection", DetectionJson.of(both.before()));
              all.put("new_detection", DetectionJson.of(both.after()));
            });
    return all;
  }

  private Map<String, @Nullable Object> head() {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("type", "diff");
    json.put("trace", diff.after().trace());
    json.put("from", diff.after().from().toString());
    json.put("until", diff.after().until().toString());
    json.put("events", diff.after().events());
    json.putAll(BacktestJson.leftOut(diff.after().leftOut()));
    json.put("old", totals(diff.before()));
    json.put("new", totals(diff.after()));
    json.put("same", diff.pairs().size() - diff.moved().size());
    json.put("shift_s", DetectionJson.seconds(diff.shift()));
    json.put("rules", DiffWords.rules(diff).stream().map(this::rule).toList());
    json.put("added", alerts(diff.added()));
    json.put("removed", alerts(diff.removed()));
    json.put("moved", diff.moved().stream().map(this::moved).toList());
    return json;
  }

  private static Map<String, @Nullable Object> totals(Backtest backtest) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.putAll(BacktestJson.tally(backtest.all()));
    json.put("pages", DiffWords.pages(backtest));
    json.put("noise", DetectionJson.number(backtest.noise().score()));
    return json;
  }

  private Map<String, @Nullable Object> rule(String rule) {
    AlertDiff own = diff.ofRule(rule);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", rule);
    json.put("old", own.pairs().size() + own.removed().size());
    json.put("new", own.pairs().size() + own.added().size());
    json.put("added", own.added().size());
    json.put("removed", own.removed().size());
    json.put("moved", own.moved().size());
    json.put("shift_s", DetectionJson.seconds(own.shift()));
    return json;
  }

  private List<Map<String, @Nullable Object>> alerts(List<PastAlert> alerts) {
    return alerts.stream().map(this::alert).toList();
  }

  private Map<String, @Nullable Object> alert(PastAlert alert) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", alert.rule());
    json.put("group", alert.group());
    json.put("reason", alert.reason().label());
    json.put("severity", alert.severity().label());
    json.put("fired", alert.fired().map(Instant::toString).orElse(null));
    json.put("ended", alert.ended().map(Instant::toString).orElse(null));
    json.put("firing_s", BacktestJson.seconds(alert.firing(diff.after().until())));
    json.put("receivers", alert.receivers());
    return json;
  }

  private Map<String, @Nullable Object> moved(AlertPair pair) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("old", alert(pair.before()));
    json.put("new", alert(pair.after()));
    json.put("shift_s", BacktestJson.seconds(pair.shift()));
    json.put("lengthened_s", BacktestJson.seconds(pair.lengthened(diff.after().until())));
    return json;
  }
}
