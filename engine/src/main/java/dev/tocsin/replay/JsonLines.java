package dev.tocsin.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Transition;
import dev.tocsin.json.Json;

/** What a replay says, as JSON: one object a line, without the line end. */
public final class JsonLines {
  private JsonLines() {}

  /** A transition; see {@link Json#transition}. */
  public static String transition(Transition transition) {
    return Json.transition(transition);
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
    return Json.write(json);
  }
}
