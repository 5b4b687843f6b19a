package dev.tocsin.channels.text;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.DurationText;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One alert in words. Texts are as rules and calls have them, of any length and with any
 * characters; a channel cuts and escapes them.
 *
 * @param key names the alert: the same for all that is said about it
 * @param standing how it stands
 * @param severity of the alert
 * @param name which rule, and which group
 * @param title what happened to it
 * @param description what the rule says about it, may be empty
 * @param facts in the order in which they are shown
 * @param links the runbook first
 * @param line all of it that fits on a line, for lists
 */
public record AlertText(
    String key,
    Standing standing,
    Severity severity,
    String name,
    String title,
    String description,
    List<Fact> facts,
    List<Link> links,
    String line) {
  private static final String RUNBOOK = "runbook";

  /** Annotations that are shown elsewhere. */
  private static final Set<String> APART = Set.of("summary", "description", RUNBOOK);

  /** What is said of it in a notification with this cause. */
  public static AlertText of(NotifiedAlert alert, Message.Cause cause) {
    Transition transition = alert.transition();
    Standing standing = standing(alert);
    return new AlertText(
        transition.alertKey(),
        standing,
        transition.severity(),
        name(transition),
        verb(alert, cause) + ": " + name(transition),
        Optional.ofNullable(transition.annotations().get("summary"))
            .or(() -> Optional.ofNullable(transition.annotations().get("description")))
            .orElse(""),
        facts(alert),
        links(alert),
        line(alert, standing));
  }

  /** How it stands. */
  public static Standing standing(NotifiedAlert alert) {
    if (!alert.isFiring()) {
      return Standing.RESOLVED;
    }
    return alert.acknowledged().isPresent() ? Standing.ACKNOWLEDGED : Standing.FIRING;
  }

  /** The reading that decided, in words: {@code p95_latency is 2.5 s, threshold > 2 s}. */
  public static String reading(Transition transition) {
    return transition.decisive().term() + " is " + ReadingText.both(transition.decisive());
  }

  /** Labels in words: {@code feature=search, user=u1}. */
  static String labels(Map<String, String> labels) {
    return labels.entrySet().stream()
        .map(entry -> entry.getKey() + "=" + entry.getValue())
        .collect(Collectors.joining(", "));
  }

  /** Who takes care, since when, and what they say. */
  static String taken(Acknowledgement by) {
    return "by "
        + by.by()
        + ", "
        + TimeText.of(by.at())
        + (by.comment().isBlank() ? "" : ": " + by.comment());
  }

  private static String verb(NotifiedAlert alert, Message.Cause cause) {
    Transition transition = alert.transition();
    return switch (standing(alert)) {
      case RESOLVED -> "Resolved";
      case ACKNOWLEDGED -> "Acknowledged";
      case FIRING ->
          switch (transition.reason()) {
            case CONDITION ->
                transition.from() == AlertState.FIRING || cause == Message.Cause.REPEAT
                    ? "Still firing"
                    : "Firing";
            case NO_DATA -> "No data";
            case OVERFLOW -> "Too many alerts";
          };
    };
  }

  private static String name(Transition transition) {
    return transition.rule()
        + (transition.group().isEmpty() ? "" : " (" + labels(transition.group()) + ")");
  }

  private static String line(NotifiedAlert alert, Standing standing) {
    Transition transition = alert.transition();
    return (standing == Standing.RESOLVED ? "resolved" : transition.severity().label())
        + " "
        + name(transition)
        + ": "
        + reading(transition)
        + (standing == Standing.RESOLVED
            ? ", lasted " + duration(transition)
            : ", since " + TimeText.of(transition.activation()))
        + alert.acknowledged().map(by -> ", acknowledged by " + by.by()).orElse("");
  }

  private static List<Fact> facts(NotifiedAlert alert) {
    Transition transition = alert.transition();
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Rule", transition.rule()));
    facts.add(
        new Fact(
            "Severity",
            transition.severity().label() + (transition.flapping() ? ", flapping" : "")));
    if (!transition.group().isEmpty()) {
      facts.add(new Fact("Group", labels(transition.group())));
    }
    ComparedReading decisive = transition.decisive();
    facts.add(new Fact(decisive.term(), ReadingText.both(decisive)));
    facts.add(new Fact("Samples", Long.toString(decisive.samples())));
    transition.readings().stream()
        .filter(reading -> !reading.term().equals(decisive.term()))
        .map(reading -> new Fact(reading.term(), ReadingText.both(reading)))
        .forEach(facts::add);
    facts.addAll(EvidenceText.facts(alert));
    facts.add(new Fact("Since", TimeText.of(transition.activation())));
    if (!alert.isFiring()) {
      Instant until = transition.time();
      facts.add(new Fact("Lasted", duration(transition) + ", until " + TimeText.of(until)));
    }
    alert.acknowledged().ifPresent(by -> facts.add(new Fact("Acknowledged", taken(by))));
    transition.labels().forEach((name, value) -> facts.add(new Fact(name, value)));
    transition.annotations().entrySet().stream()
        .filter(entry -> !APART.contains(entry.getKey()) || isRunbookText(entry))
        .forEach(entry -> facts.add(new Fact(entry.getKey(), entry.getValue())));
    return List.copyOf(facts);
  }

  private static String duration(Transition transition) {
    return DurationText.of(Duration.between(transition.activation(), transition.time()));
  }

  private static List<Link> links(NotifiedAlert alert) {
    Optional<Link> runbook = Link.of("Runbook", alert.transition().annotations().get(RUNBOOK));
    return Stream.concat(runbook.stream(), EvidenceText.links(alert)).toList();
  }

  private static boolean isRunbookText(Map.Entry<String, String> annotation) {
    return annotation.getKey().equals(RUNBOOK) && Link.of(RUNBOOK, annotation.getValue()).isEmpty();
  }
}
