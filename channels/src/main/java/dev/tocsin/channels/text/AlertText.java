package dev.tocsin.channels.text;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.DurationText;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.ValueText;
import dev.tocsin.api.spi.Message;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An alert in words. Texts are as rules and calls have them, of any length and with any characters;
 * a channel cuts and escapes them.
 *
 * @param alertKey names the alert: its rule, group, reason and activation; the same for all that is
 *     said about it
 * @param resolved whether it has stopped firing
 * @param severity of the alert
 * @param title what happened to which rule
 * @param description what the rule says about it, may be empty
 * @param facts in the order in which they are shown
 * @param runbook where to read what to do
 */
public record AlertText(
    String alertKey,
    boolean resolved,
    Severity severity,
    String title,
    String description,
    List<Fact> facts,
    Optional<URI> runbook) {
  private static final String NO_DATA = "no data";
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  /** Annotations that are shown elsewhere. */
  private static final Set<String> APART = Set.of("summary", "description", "runbook");

  /** One line of it. */
  public record Fact(String name, String value) {}

  /** What a message says. */
  public static AlertText of(Message.Notification message) {
    Transition transition = message.alerts().get(0).transition();
    return new AlertText(
        alertKey(transition),
        isResolved(transition),
        transition.severity(),
        state(transition) + ": " + transition.rule() + group(transition, " (", ")"),
        Optional.ofNullable(transition.annotations().get("summary"))
            .or(() -> Optional.ofNullable(transition.annotations().get("description")))
            .orElse(""),
        facts(transition),
        link(transition.annotations().get("runbook")));
  }

  /** Whether the alert has stopped firing. */
  public static boolean isResolved(Transition transition) {
    return transition.to() != AlertState.FIRING;
  }

  /** The reading that decided, as people read it: {@code 2.5 s}. */
  public static String value(ComparedReading reading) {
    Double value = reading.value();
    Double threshold = reading.threshold();
    return value == null
        ? NO_DATA
        : ValueText.near(value, threshold == null ? Double.NaN : threshold, reading.unit());
  }

  /** What it was compared with: {@code > 2 s}. */
  public static String threshold(ComparedReading reading) {
    Double threshold = reading.threshold();
    return reading.operator()
        + " "
        + (threshold == null ? NO_DATA : ValueText.exact(threshold, reading.unit()));
  }

  private static String alertKey(Transition transition) {
    return transition.rule()
        + transition.group()
        + (transition.reason() == AlertReason.CONDITION ? "" : transition.reason().label())
        + "/"
        + transition.activation();
  }

  private static String state(Transition transition) {
    if (isResolved(transition)) {
      return "Resolved";
    }
    return switch (transition.reason()) {
      case CONDITION -> transition.from() == AlertState.FIRING ? "Still firing" : "Firing";
      case NO_DATA -> "No data";
      case OVERFLOW -> "Too many alerts";
    };
  }

  private static List<Fact> facts(Transition transition) {
    List<Fact> facts = new ArrayList<>();
    facts.add(new Fact("Rule", transition.rule()));
    facts.add(
        new Fact(
            "Severity",
            transition.severity().label() + (transition.flapping() ? ", flapping" : "")));
    if (!transition.group().isEmpty()) {
      facts.add(new Fact("Group", group(transition, "", "")));
    }
    ComparedReading decisive = transition.decisive();
    facts.add(reading(decisive));
    facts.add(new Fact("Samples", Long.toString(decisive.samples())));
    transition.readings().stream()
        .filter(reading -> !reading.term().equals(decisive.term()))
        .map(AlertText::reading)
        .forEach(facts::add);
    facts.add(new Fact("Since", TIME.format(transition.activation())));
    if (isResolved(transition)) {
      facts.add(new Fact("Lasted", lasted(transition.activation(), transition.time())));
    }
    transition.labels().forEach((name, value) -> facts.add(new Fact(name, value)));
    transition.annotations().entrySet().stream()
        .filter(entry -> !APART.contains(entry.getKey()) || isRunbookText(entry))
        .forEach(entry -> facts.add(new Fact(entry.getKey(), entry.getValue())));
    return List.copyOf(facts);
  }

  private static Fact reading(ComparedReading reading) {
    return new Fact(reading.term(), value(reading) + ", threshold " + threshold(reading));
  }

  private static String lasted(Instant from, Instant until) {
    return DurationText.of(Duration.between(from, until)) + ", until " + TIME.format(until);
  }

  private static String group(Transition transition, String before, String after) {
    return transition.group().isEmpty()
        ? ""
        : transition.group().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(", ", before, after));
  }

  private static boolean isRunbookText(Map.Entry<String, String> annotation) {
    return annotation.getKey().equals("runbook") && link(annotation.getValue()).isEmpty();
  }

  private static Optional<URI> link(@Nullable String runbook) {
    try {
      return Optional.ofNullable(runbook)
          .map(URI::create)
          .filter(uri -> Set.of("https", "http").contains(String.valueOf(uri.getScheme())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
