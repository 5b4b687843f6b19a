package dev.tocsin.channels.pagerduty;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.channels.incident.Incident;
import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.PlainText;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An incident as an event for PagerDuty (https://developer.pagerduty.com/docs/send-alert-event):
 * triggered while something fires, acknowledged when somebody takes care, resolved after, under one
 * key for all of its life.
 */
final class PagerDutyEvent {
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1_024;
  private static final int LONGEST_DETAIL = 20_000;
  private static final int MOST_OF_DETAILS = 60_000;
  private static final int MOST_LINKS = 10;

  private PagerDutyEvent() {}

  static Map<String, Object> of(Incident incident, String routingKey, String source) {
    String summary = incident.title() + (incident.reading().isEmpty() ? "" : ": ");
    Map<String, Object> event =
        object(
            "routing_key",
            routingKey,
            "event_action",
            switch (incident.action()) {
              case TRIGGER -> "trigger";
              case ACKNOWLEDGE -> "acknowledge";
              case RESOLVE -> "resolve";
            },
            "dedup_key",
            key(incident.key()),
            "client",
            "Tocsin",
            "payload",
            object(
                "summary",
                line(summary + incident.reading()),
                "source",
                source,
                "severity",
                incident.severity().label(), // PagerDuty has the same names
                "timestamp",
                incident.time().toString(),
                "class",
                line(incident.rule()),
                "custom_details",
                details(incident)));
    if (!incident.links().isEmpty()) {
      event.put(
          "links", incident.links().stream().limit(MOST_LINKS).map(PagerDutyEvent::link).toList());
    }
    return event;
  }

  /** Readable where it fits; PagerDuty takes 255 characters. */
  static String key(String key) {
    String readable = PlainText.line(key);
    return key.equals(readable) && key.length() <= LONGEST_KEY ? key : PlainText.digest(key);
  }

  private static Map<String, String> details(Incident incident) {
    Map<String, String> details = new LinkedHashMap<>();
    if (!incident.description().isBlank()) {
      details.put("Description", detail(incident.description()));
    }
    int left = MOST_OF_DETAILS;
    for (Fact fact : incident.facts()) {
      String name = line(fact.name());
      String value = detail(fact.value());
      left -= name.length() + value.length();
      if (left < 0) {
        break;
      }
      details.put(name, value);
    }
    return details;
  }

  private static String detail(String text) {
    return PlainText.cut(PlainText.readable(text), LONGEST_DETAIL);
  }

  private static String line(String text) {
    return PlainText.cut(PlainText.line(text), LONGEST_SUMMARY);
  }

  private static Map<String, Object> link(Link link) {
    return object("href", link.target().toString(), "text", line(link.name()));
  }
}
