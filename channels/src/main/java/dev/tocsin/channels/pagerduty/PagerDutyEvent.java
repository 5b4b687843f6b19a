package dev.tocsin.channels.pagerduty;

import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.PlainText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An alert as an event (https://developer.pagerduty.com/docs/send-alert-event): triggered while it
 * fires, resolved after, under one key for all of its life.
 */
final class PagerDutyEvent {
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1_024;
  private static final int LONGEST_DETAIL = 2_000;
  private static final int MOST_DETAILS = 50;

  private PagerDutyEvent() {}

  static Map<String, Object> of(Message.Notification message, String routingKey, String source) {
    AlertText text = AlertText.of(message);
    Map<String, Object> event = new LinkedHashMap<>();
    event.put("routing_key", routingKey);
    event.put("event_action", text.resolved() ? "resolve" : "trigger");
    event.put("dedup_key", key(text.alertKey()));
    event.put("client", "Tocsin");
    event.put("payload", payload(text, message.alerts().get(0).transition(), source));
    text.runbook()
        .map(link -> new TreeMap<>(Map.of("href", link.toString(), "text", "Runbook")))
        .ifPresent(link -> event.put("links", List.of(link)));
    return event;
  }

  private static Map<String, Object> payload(AlertText text, Transition transition, String source) {
    Map<String, Object> payload = new LinkedHashMap<>();
    String summary =
        text.title()
            + ": "
            + transition.decisive().term()
            + " is "
            + AlertText.value(transition.decisive())
            + ", threshold "
            + AlertText.threshold(transition.decisive());
    payload.put("summary", PlainText.cut(PlainText.line(summary), LONGEST_SUMMARY));
    payload.put("source", source);
    payload.put("severity", transition.severity().label()); // PagerDuty has the same names
    payload.put("timestamp", transition.time().toString());
    payload.put("class", PlainText.cut(PlainText.line(transition.rule()), LONGEST_SUMMARY));
    payload.put("custom_details", details(text));
    return payload;
  }

  private static Map<String, String> details(AlertText text) {
    Map<String, String> details = new LinkedHashMap<>();
    if (!text.description().isBlank()) {
      details.put("Description", detail(text.description()));
    }
    text.facts().stream()
        .limit(MOST_DETAILS)
        .forEach(fact -> details.put(detail(fact.name()), detail(fact.value())));
    return details;
  }

  private static String detail(String text) {
    return PlainText.cut(PlainText.readable(text), LONGEST_DETAIL);
  }

  /** Readable where it fits; PagerDuty takes 255 characters. */
  static String key(String alertKey) {
    String readable = PlainText.line(alertKey);
    return alertKey.equals(readable) && alertKey.length() <= LONGEST_KEY
        ? alertKey
        : PlainText.digest(alertKey);
  }
}
