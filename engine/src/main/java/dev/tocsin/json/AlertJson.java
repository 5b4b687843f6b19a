package dev.tocsin.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.Transition;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Living alerts and their stories as JSON. */
public final class AlertJson {
  private AlertJson() {}

  /** A list of alerts as they stand at {@code now}. */
  public static String alerts(Instant now, List<Alert> alerts) {
    ObjectNode json = Json.object();
    json.put("time", now.toString());
    ArrayNode list = json.putArray("alerts");
    alerts.forEach(alert -> put(list.addObject(), alert));
    return Json.write(json);
  }

  /** All that is known of an alert; {@code living} is null when it lives no more. */
  public static String story(Instant now, AlertStory story) {
    ObjectNode json = Json.object();
    json.put("time", now.toString());
    json.put("alert", story.key());
    json.putNull("living");
    story.alert().ifPresent(alert -> put(json.putObject("living"), alert));
    ArrayNode transitions = json.putArray("transitions");
    story.transitions().forEach(transition -> put(transitions.addObject(), transition));
    decisions(json, "decisions", story.decisions());
    decisions(json, "outlook", story.outlook());
    json.putNull("acknowledged");
    story
        .acknowledged()
        .ifPresent(by -> NotificationJson.acknowledgement(json.putObject("acknowledged"), by));
    return Json.write(json);
  }

  private static void put(ObjectNode json, Alert alert) {
    json.put("alert", alert.key());
    json.put("rule", alert.rule());
    map(json, "group", alert.group());
    json.put("state", alert.state().label());
    json.put("activation", alert.activation().toString());
    json.put("severity", alert.severity().label());
    json.put("reason", alert.reason().label());
    json.put("flapping", alert.flapping());
    map(json, "labels", alert.labels());
    map(json, "annotations", alert.annotations());
    alert
        .acknowledged()
        .ifPresent(by -> NotificationJson.acknowledgement(json.putObject("acknowledged"), by));
  }

  private static void map(ObjectNode json, String name, Map<String, String> texts) {
    ObjectNode object = json.putObject(name);
    texts.forEach(object::put);
  }

  /** As a line of a replay, with what people need to read the comparisons, and the evidence. */
  private static void put(ObjectNode json, Transition transition) {
    Json.put(json, transition);
    json.remove("type");
    json.put("term", transition.decisive().term());
    json.put("operator", transition.decisive().operator());
    json.put("unit", unit(transition.decisive()));
    ArrayNode readings = json.putArray("readings");
    for (ComparedReading reading : transition.readings()) {
      ObjectNode node = readings.addObject();
      node.put("term", reading.term());
      node.put("operator", reading.operator());
      Json.number(node, "value", reading.value());
      Json.number(node, "threshold", reading.threshold());
      node.put("samples", reading.samples());
      node.put("unit", unit(reading));
    }
    NotificationJson.evidence(json, transition.evidence());
  }

  private static String unit(ComparedReading reading) {
    return reading.unit().name().toLowerCase(Locale.ROOT);
  }

  /** Why channels were told or not. */
  public static void decisions(ObjectNode json, String name, List<NotificationDecision> decisions) {
    ArrayNode list = json.putArray(name);
    decisions.forEach(decision -> put(list.addObject(), decision));
  }

  private static void put(ObjectNode json, NotificationDecision decision) {
    json.put("time", decision.time().toString());
    json.put("route", decision.route());
    json.put("receiver", decision.receiver());
    json.put("channel", decision.channel());
    json.put("verdict", decision.verdict().label());
    json.put("reason", decision.reason());
    json.put("next", decision.next().map(Instant::toString).orElse(null));
  }
}
