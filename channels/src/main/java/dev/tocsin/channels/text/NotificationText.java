package dev.tocsin.channels.text;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.spi.Message;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A notification in words. One alert is told in full; several are a list of lines, with what shows
 * why the first of them fires. Texts are of any length and with any characters; a channel cuts and
 * escapes them.
 *
 * @param standing how its alerts stand together: as the one that is worst off
 * @param severity the highest of the alerts that fire, else of all
 * @param title what happened
 * @param notes why it is told, and who takes care; often none
 * @param description what the rule file says about it, may be empty
 * @param facts in the order in which they are shown
 * @param alerts one line each, in the notification's order; empty for a single alert
 * @param links without repeats
 */
public record NotificationText(
    Standing standing,
    Severity severity,
    String title,
    List<String> notes,
    String description,
    List<Fact> facts,
    List<String> alerts,
    List<Link> links) {

  /** What a notification says. */
  public static NotificationText of(Message.Notification message) {
    List<AlertText> alerts =
        message.alerts().stream().map(alert -> AlertText.of(alert, message.cause())).toList();
    Counts counts = Counts.of(alerts);
    boolean single = alerts.size() == 1;
    AlertText first = alerts.get(0);
    return new NotificationText(
        counts.standing(),
        counts.severity(),
        message
            .title()
            .filter(title -> !PlainText.line(title).isEmpty())
            .orElseGet(() -> single ? first.title() : counts.title(message)),
        notes(message),
        message.text().orElseGet(() -> description(alerts)),
        single ? first.facts() : facts(message, counts),
        single ? List.of() : alerts.stream().map(AlertText::line).toList(),
        links(alerts));
  }

  /** The colour it is shown in, as CSS writes it. */
  public String webColour() {
    return standing.webColour(severity);
  }

  /** What all of them say alike. */
  private static String description(List<AlertText> alerts) {
    List<String> said = alerts.stream().map(AlertText::description).distinct().toList();
    return said.size() == 1 ? said.get(0) : "";
  }

  private static List<String> notes(Message.Notification message) {
    List<String> notes = new ArrayList<>();
    switch (message.cause()) {
      case REPEAT -> notes.add("Told again: it goes on.");
      case ESCALATION -> notes.add("Escalated: not acknowledged.");
      case SUMMARY -> notes.add("Summary: too many alerts to tell each by itself.");
      case NEWS, ACKNOWLEDGED -> {}
    }
    Map<Acknowledgement, Integer> taken = new LinkedHashMap<>();
    message.alerts().stream()
        .filter(NotifiedAlert::isFiring)
        .flatMap(alert -> alert.acknowledged().stream())
        .forEach(by -> taken.merge(by, 1, Integer::sum));
    taken.forEach(
        (by, alerts) ->
            notes.add(
                "Acknowledged "
                    + AlertText.taken(by)
                    + (message.alerts().size() == 1 ? "" : " (" + Counts.alerts(alerts) + ")")));
    return List.copyOf(notes);
  }

  private static List<Fact> facts(Message.Notification message, Counts counts) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Alerts", counts.text()));
    if (!message.groupLabels().isEmpty()) {
      facts.add(new Fact("Group", AlertText.labels(message.groupLabels())));
    }
    Optional<NotifiedAlert> shown =
        message.alerts().stream()
            .filter(NotifiedAlert::isFiring)
            .filter(alert -> !EvidenceText.facts(alert).isEmpty())
            .findFirst();
    shown.ifPresent(alert -> facts.addAll(EvidenceText.facts(alert)));
    return List.copyOf(facts);
  }

  /** Each target once; where several have one name, they say of which alert they are. */
  private static List<Link> links(List<AlertText> alerts) {
    Map<URI, Link> plain = new LinkedHashMap<>();
    Map<URI, Link> apart = new LinkedHashMap<>();
    for (AlertText alert : alerts) {
      for (Link link : alert.links()) {
        plain.putIfAbsent(link.target(), link);
        apart.putIfAbsent(
            link.target(), new Link(link.name() + " of " + alert.name(), link.target()));
      }
    }
    Map<String, Long> named =
        plain.values().stream().collect(Collectors.groupingBy(Link::name, Collectors.counting()));
    return plain.values().stream()
        .map(
            link ->
                named.getOrDefault(link.name(), 1L) == 1
                    ? link
                    : apart.getOrDefault(link.target(), link))
        .toList();
  }
}
