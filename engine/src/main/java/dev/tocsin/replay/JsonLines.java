package dev.tocsin.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Alert;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.json.AlertJson;
import dev.tocsin.json.Json;
import dev.tocsin.json.NotificationJson;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeMap;

/** What a replay says, as JSON: one object a line, without the line end. */
public final class JsonLines {
  private JsonLines() {}

  /** A transition; see {@link Json#transition}. */
  public static String transition(Transition transition) {
    return Json.transition(transition);
  }

  /** A transition with what shows why, if there is anything. */
  public static String withEvidence(Transition transition) {
    ObjectNode json = Json.object();
    Json.put(json, transition);
    NotificationJson.evidence(json, transition.evidence());
    return Json.write(json);
  }

  /** What a replay came to. */
  public static String summary(ReplaySummary summary) {
    ObjectNode json = Json.object();
    json.put("type", "summary");
    json.put("events", summary.events());
    json.put("skipped", summary.skipped());
    json.put("late", summary.late());
    json.put("duplicates", summary.duplicates());
    json.put("orphan_scores", summary.orphanScores());
    json.put("from", summary.from() == null ? null : summary.from().toString());
    json.put("until", summary.until() == null ? null : summary.until().toString());
    json.put("cost_usd", Json.plain(summary.costUsd()).toPlainString());
    json.put("unpriced", summary.unpriced());
    ObjectNode firings = json.putObject("firings");
    summary
        .firings()
        .forEach(
            (rule, count) -> {
              if (count > 0) {
                firings.put(rule, count);
              }
            });
    ArrayNode still = json.putArray("still_firing");
    for (Transition transition : summary.stillFiring()) {
      Json.alert(still.addObject(), transition);
    }
    if (!summary.isNative()) {
      json.put("format", summary.format());
      ObjectNode passedOver = json.putObject("passed_over");
      new TreeMap<>(summary.passedOver()).forEach(passedOver::put);
    }
    return Json.write(json);
  }

  /** What a channel would be told. */
  public static String notification(String channel, Message.Notification notification) {
    return NotificationJson.sent(channel, notification);
  }

  /** How an alert stood. */
  public static String finding(AlertFinding finding) {
    ObjectNode json = Json.object();
    json.put("type", "alert");
    json.put("time", finding.at().toString());
    json.put("rule", finding.rule());
    ObjectNode group = json.putObject("group");
    finding.group().forEach(group::put);
    json.put("state", finding.state().label());
    time(json, "activation", finding.standing().alert().map(Alert::activation));
    time(json, "changes_at", finding.standing().changes());
    ArrayNode comparisons = json.putArray("comparisons");
    for (int i = 0; i < finding.comparisons().size(); i++) {
      comparison(comparisons.addObject(), finding.comparisons().get(i));
      finding.extremes().get(i).ifPresent(each -> extreme(comparisons, each));
    }
    NotificationJson.evidence(json, finding.standing().evidence());
    finding.last().ifPresent(last -> Json.put(json.putObject("last_transition"), last));
    AlertJson.decisions(json, "decisions", finding.decisions());
    AlertJson.decisions(json, "outlook", finding.outlook());
    return Json.write(json);
  }

  private static void comparison(ObjectNode json, ComparisonStanding comparison) {
    json.put("term", comparison.reading().term());
    json.put("operator", comparison.reading().operator());
    Json.number(json, "value", comparison.reading().value());
    Json.number(json, "threshold", comparison.reading().threshold());
    json.put("samples", comparison.reading().samples());
    json.put("min_samples", comparison.minSamples());
    if (comparison.isKnown()) {
      json.put("holds", comparison.holds());
    } else {
      json.putNull("holds");
    }
  }

  private static void extreme(ArrayNode comparisons, AlertFinding.Extreme extreme) {
    ObjectNode json =
        ((ObjectNode) comparisons.get(comparisons.size() - 1)).putObject("extreme_of_day");
    Json.number(json, "value", extreme.value());
    json.put("time", extreme.time().toString());
  }

  private static void time(ObjectNode json, String key, Optional<Instant> time) {
    json.put(key, time.map(Instant::toString).orElse(null));
  }
}
