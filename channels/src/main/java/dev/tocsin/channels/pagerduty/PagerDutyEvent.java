package dev.tocsin.channels.pagerduty;

import static dev.tocsin.channels.json.JsonText.object;

import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.Listing;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.PlainText;
import dev.tocsin.channels.text.Standing;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An event for PagerDuty (https://developer.pagerduty.com/docs/send-alert-event): triggered while
 * something fires, acknowledged when somebody takes care, resolved after, under one key for all of
 * its life.
 *
 * @param action trigger, acknowledge or resolve
 * @param key under which PagerDuty knows it
 * @param summary in a line
 * @param severity which has the same names there
 * @param time when
 * @param kind what it is about: the rule
 * @param details by name
 * @param links the runbook first
 */
record PagerDutyEvent(
    String action,
    String key,
    String summary,
    Severity severity,
    Instant time,
    String kind,
    Map<String, String> details,
    List<Link> links) {
  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_SUMMARY = 1_024;
  private static final int LONGEST_DETAIL = 2_000;
  private static final int LONGEST_LIST = 20_000;
  private static final int MOST_LINES = 200;
  private static final int MOST_DETAILS = 50;
  private static final int MOST_LINKS = 10;

  /** Of one alert; empty where the notification has nothing to say about it. */
  static Optional<PagerDutyEvent> of(NotifiedAlert alert, Message.Cause cause) {
    AlertText text = AlertText.of(alert, cause);
    Transition transition = alert.transition();
    return action(text.standing(), cause)
        .map(
            action ->
                new PagerDutyEvent(
                    action,
                    text.key(),
                    text.title() + ": " + AlertText.reading(transition),
                    text.severity(),
                    transition.time(),
                    transition.rule(),
                    details(text.description(), text.facts()),
                    text.links()));
  }

  /** Of the group as one incident; empty where the notification has nothing to say about it. */
  static Optional<PagerDutyEvent> of(Message.Notification message) {
    NotificationText text = NotificationText.of(message);
    Map<String, String> details = details(text.description(), text.facts());
    if (!text.alerts().isEmpty()) {
      details.put(
          "Each",
          String.join(
              "\n", Listing.of(text.alerts(), MOST_LINES, LONGEST_LIST, UnaryOperator.identity())));
    }
    return action(text.standing(), message.cause())
        .map(
            action ->
                new PagerDutyEvent(
                    action,
                    message.thread(),
                    text.title(),
                    text.severity(),
                    message.time(),
                    message.alerts().get(0).transition().rule(),
                    details,
                    text.links()));
  }

  /** As PagerDuty takes it. */
  Map<String, Object> payload(String routingKey, String source) {
    Map<String, Object> event =
        object(
            "routing_key",
            routingKey,
            "event_action",
            action,
            "dedup_key",
            key(key),
            "client",
            "Tocsin",
            "payload",
            object(
                "summary",
                PlainText.cut(PlainText.line(summary), LONGEST_SUMMARY),
                "source",
                source,
                "severity",
                severity.label(),
                "timestamp",
                time.toString(),
                "class",
                PlainText.cut(PlainText.line(kind), LONGEST_SUMMARY),
                "custom_details",
                details));
    if (!links.isEmpty()) {
      event.put("links", links.stream().limit(MOST_LINKS).map(PagerDutyEvent::link).toList());
    }
    return event;
  }

  /** Readable where it fits; PagerDuty takes 255 characters. */
  static String key(String key) {
    String readable = PlainText.line(key);
    return key.equals(readable) && key.length() <= LONGEST_KEY ? key : PlainText.digest(key);
  }

  /** What triggers an incident again does not take back an acknowledgement there. */
  private static Optional<String> action(Standing standing, Message.Cause cause) {
    if (standing == Standing.RESOLVED) {
      return Optional.of("resolve");
    }
    if (cause != Message.Cause.ACKNOWLEDGED) {
      return Optional.of("trigger");
    }
    return standing == Standing.ACKNOWLEDGED ? Optional.of("acknowledge") : Optional.empty();
  }

  private static Map<String, String> details(String description, List<Fact> facts) {
    Map<String, String> details = new LinkedHashMap<>();
    if (!description.isBlank()) {
      details.put("Description", detail(description));
    }
    facts.stream()
        .limit(MOST_DETAILS)
        .forEach(fact -> details.put(detail(fact.name()), detail(fact.value())));
    return details;
  }

  private static String detail(String text) {
    return PlainText.cut(PlainText.readable(text), LONGEST_DETAIL);
  }

  private static Map<String, Object> link(Link link) {
    return object(
        "href", link.target().toString(), "text", PlainText.cut(link.name(), LONGEST_DETAIL));
  }
}
