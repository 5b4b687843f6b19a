package dev.tocsin.channels.incident;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.NotifiedAlert;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.channels.text.AlertText;
import dev.tocsin.channels.text.Fact;
import dev.tocsin.channels.text.Link;
import dev.tocsin.channels.text.Listing;
import dev.tocsin.channels.text.NotificationText;
import dev.tocsin.channels.text.Standing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What is said to a pager about one alert, or about a group of them as one. Texts are of any length
 * and with any characters; a channel cuts and escapes them.
 *
 * @param action what becomes of it
 * @param key names it for all of its life
 * @param severity of it now
 * @param title in a line
 * @param reading of one alert, what was read, in words; empty for a group
 * @param description what the rule file says about it, may be empty
 * @param facts in the order in which they are shown
 * @param links the runbook first
 * @param time when
 * @param rule of the alert, or of the first one
 * @param changed whether it was told before and may have another severity now
 * @param acknowledged by whom, if so
 */
public record Incident(
    Action action,
    String key,
    Severity severity,
    String title,
    String reading,
    String description,
    List<Fact> facts,
    List<Link> links,
    Instant time,
    String rule,
    boolean changed,
    Optional<Acknowledgement> acknowledged) {
  private static final int LONGEST_LIST = 20_000;
  private static final int MOST_LINES = 200;

  /** What becomes of it. */
  public enum Action {
    /** It is opened, or told again: that takes no acknowledgement back. */
    TRIGGER,
    /** Somebody takes care. */
    ACKNOWLEDGE,
    /** It is over. */
    RESOLVE
  }

  /** Of one alert; empty where the notification has nothing to say about it. */
  static Optional<Incident> of(NotifiedAlert alert, Message.Cause cause) {
    AlertText text = AlertText.of(alert, cause);
    Transition transition = alert.transition();
    return action(text.standing(), cause)
        .map(
            action ->
                new Incident(
                    action,
                    text.key(),
                    text.severity(),
                    text.title(),
                    AlertText.reading(transition),
                    text.description(),
                    text.facts(),
                    text.links(),
                    transition.time(),
                    transition.rule(),
                    transition.from() == AlertState.FIRING,
                    alert.acknowledged()));
  }

  /** Of a group as one; empty where the notification has nothing to say about it. */
  static Optional<Incident> of(Message.Notification message) {
    NotificationText text = NotificationText.of(message);
    List<Fact> facts = new ArrayList<>(text.facts());
    if (!text.alerts().isEmpty()) {
      List<String> each =
          Listing.of(text.alerts(), MOST_LINES, LONGEST_LIST, UnaryOperator.identity());
      facts.add(new Fact("Each", String.join("\n", each)));
    }
    return action(text.standing(), message.cause())
        .map(
            action ->
                new Incident(
                    action,
                    message.thread(),
                    text.severity(),
                    text.title(),
                    "",
                    text.description(),
                    facts,
                    text.links(),
                    message.time(),
                    message.alerts().get(0).transition().rule(),
                    true,
                    message.alerts().stream()
                        .flatMap(alert -> alert.acknowledged().stream())
                        .findFirst()));
  }

  private static Optional<Action> action(Standing standing, Message.Cause cause) {
    if (standing == Standing.RESOLVED) {
      return Optional.of(Action.RESOLVE);
    }
    if (cause != Message.Cause.ACKNOWLEDGED) {
      return Optional.of(Action.TRIGGER);
    }
    return standing == Standing.ACKNOWLEDGED ? Optional.of(Action.ACKNOWLEDGE) : Optional.empty();
  }
}
