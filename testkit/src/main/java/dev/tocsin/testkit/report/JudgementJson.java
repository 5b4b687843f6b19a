package dev.tocsin.testkit.report;

import dev.tocsin.testkit.backtest.AlertTally;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.backtest.LabelledIncident;
import dev.tocsin.testkit.backtest.Noise;
import dev.tocsin.testkit.backtest.PastAlert;
import dev.tocsin.testkit.backtest.ReceiverTally;
import dev.tocsin.testkit.backtest.RuleDetection;
import dev.tocsin.testkit.backtest.SeverityTally;
import dev.tocsin.testkit.backtest.Sweep;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** What rules would have meant to those who are told. */
final class JudgementJson {
  private JudgementJson() {}

  static Map<String, @Nullable Object> of(Backtest backtest, Judgement judgement) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("severities", backtest.severities().stream().map(JudgementJson::severity).toList());
    json.put("receivers", backtest.receivers().stream().map(JudgementJson::receiver).toList());
    json.put("noise", noise(backtest.noise()));
    json.put("detection", judgement.detection().map(JudgementJson::detection).orElse(null));
    json.put("sweep", judgement.sweep().map(JudgementJson::sweep).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> severity(SeverityTally of) {
    AlertTally tally = of.tally();
    boolean fired = tally.alerts() > 0;
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("severity", of.severity().label());
    json.put("fired", tally.alerts());
    json.put("waited", tally.waited());
    json.put("still_firing", tally.stillFiring());
    json.put("firing_ms", tally.firing().total().toMillis());
    json.put("median_ms", fired ? tally.firing().median().toMillis() : null);
    json.put("longest_ms", fired ? tally.firing().longest().toMillis() : null);
    return json;
  }

  private static Map<String, @Nullable Object> receiver(ReceiverTally receiver) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("receiver", receiver.receiver());
    json.put("channel", receiver.channel());
    json.put("messages", receiver.messages());
    json.put("pages", receiver.pages());
    json.put("hours", receiver.pagesByHour());
    return json;
  }

  private static Map<String, @Nullable Object> noise(Noise noise) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("score", number(noise.score()));
    json.put("fired", noise.alerts());
    json.put("noise", noise.noisy());
    json.put("short", noise.brief());
    json.put("flapped", noise.flapped());
    json.put("back", noise.repeated());
    return json;
  }

  private static Map<String, @Nullable Object> detection(Detection detection) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("precision", number(detection.precision()));
    json.put("recall", number(detection.recall()));
    json.put("f1", number(detection.f1()));
    json.put("median_ms", detection.timeToDetect().map(Duration::toMillis).orElse(null));
    json.put("incidents", detection.incidents().stream().map(JudgementJson::noticed).toList());
    json.put("outside", detection.outside().stream().map(LabelledIncident::name).toList());
    json.put("rules", detection.rules().stream().map(JudgementJson::rule).toList());
    return json;
  }

  private static Map<String, @Nullable Object> rule(RuleDetection rule) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", rule.rule());
    json.put("fired", rule.alerts());
    json.put("right", rule.right());
    json.put("precision", number(rule.precision()));
    json.put("noticed", rule.noticed());
    json.put("concerned", rule.concerned());
    json.put("recall", number(rule.recall()));
    return json;
  }

  private static Map<String, @Nullable Object> noticed(Detection.Noticed noticed) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", noticed.incident().name());
    json.put("from", noticed.incident().from().toEpochMilli());
    json.put("until", noticed.incident().until().toEpochMilli());
    json.put("noticed_by", noticed.first().map(PastAlert::rule).stream().toList());
    json.put("alerts", noticed.by());
    json.put("after_ms", noticed.timeToDetect().map(Duration::toMillis).orElse(null));
    return json;
  }

  private static Map<String, @Nullable Object> sweep(Sweep sweep) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("rule", sweep.rule());
    json.put("what", sweep.what().name().toLowerCase(Locale.ROOT));
    json.put("now", sweep.current());
    json.put("within", sweep.within());
    List<Map<String, @Nullable Object>> points = new ArrayList<>();
    for (Sweep.Point each : sweep.points()) {
      points.add(point(each, points.size(), sweep.current()));
    }
    json.put("points", points);
    json.put(
        "refused", sweep.refused().stream().map(each -> each.value() + ": " + each.why()).toList());
    return json;
  }

  private static Map<String, @Nullable Object> point(Sweep.Point point, int place, String current) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("label", point.value());
    json.put("value", place);
    json.put("fired", point.tally().alerts());
    json.put("firing_ms", point.tally().firing().total().toMillis());
    json.put("pages", point.pages());
    json.put("precision", point.detection().map(each -> number(each.precision())).orElse(null));
    json.put("recall", point.detection().map(each -> number(each.recall())).orElse(null));
    json.put("current", point.value().equals(current));
    return json;
  }

  private static @Nullable Double number(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }
}
