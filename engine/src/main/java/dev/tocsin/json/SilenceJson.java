package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Silence;
import java.time.Instant;
import java.util.List;

/** Silences as JSON. */
public final class SilenceJson {
  private SilenceJson() {}

  /** A list of silences as they stand at {@code now}. */
  public static String silences(Instant now, List<Silence> silences) {
    ObjectNode json = Json.object();
    json.put("time", now.toString());
    ArrayNode list = json.putArray("silences");
    silences.forEach(silence -> put(list.addObject(), silence, now));
    return Json.write(json);
  }

  /** One silence as it stands at {@code now}. */
  public static String silence(Instant now, Silence silence) {
    ObjectNode json = Json.object();
    put(json, silence, now);
    return Json.write(json);
  }

  private static void put(ObjectNode json, Silence silence, Instant now) {
    json.put("id", silence.id());
    json.put("state", state(silence, now));
    ArrayNode matchers = json.putArray("matchers");
    for (LabelMatcher matcher : silence.matchers()) {
      ObjectNode node = matchers.addObject();
      node.put("label", matcher.label());
      node.put("operator", matcher.operator().symbol());
      node.put("value", matcher.value());
    }
    json.put("from", silence.from().toString());
    json.put("until", silence.until().toString());
    json.put("by", silence.by());
    json.put("comment", silence.comment());
  }

  private static String state(Silence silence, Instant now) {
    if (silence.isActive(now)) {
      return "active";
    }
    return now.isBefore(silence.from()) ? "pending" : "expired";
  }
}
