package dev.tocsin.api.spi;

import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.NotifiedAlert;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What goes through a channel. */
public sealed interface Message {

  /** Names the message: a repeat of it has the same key. */
  String key();

  /** When it came to be, on the engine's clock. */
  Instant time();

  /** All of it as one JSON object on one line, for channels that pass it on to machines. */
  String json();

  /** Why a notification is sent. */
  enum Cause {
    /** An alert began to fire, got worse, or resolved. */
    NEWS,
    /** Nothing is new, but it has been some time. */
    REPEAT,
    /** Nobody has acknowledged what others were told. */
    ESCALATION,
    /** Too much happened to tell each by itself. */
    SUMMARY,
    /** Somebody takes care of it. */
    ACKNOWLEDGED;

    /** The name as JSON writes it: lower case. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a receiver is told of a group of alerts: those that fire, and those that have resolved
   * since it was told of them.
   *
   * @param key receiver, channel, notification group and number
   * @param time when
   * @param receiver the name of the receiver in the rule file; without one, its channels
   * @param thread names the notification group as long as any of its alerts lives: all that is said
   *     about it has the same, and a later group with the same labels another one
   * @param groupLabels the labels that its alerts have in common because they are grouped by them
   * @param cause why it is sent
   * @param alerts at least one; those that fire first, the most severe first, then by rule, group
   * @param title in words, if the rule file says one
   * @param text in words, if the rule file says one
   * @param json all of it
   */
  record Notification(
      String key,
      Instant time,
      String receiver,
      String thread,
      Map<String, String> groupLabels,
      Cause cause,
      List<NotifiedAlert> alerts,
      Optional<String> title,
      Optional<String> text,
      String json)
      implements Message {
    public Notification {
      alerts = List.copyOf(alerts);
    }

    /** Whether any of its alerts fires. */
    public boolean isFiring() {
      return alerts.stream().anyMatch(NotifiedAlert::isFiring);
    }
  }

  /**
   * The engine is alive; its absence says that it is not.
   *
   * @param key the word heartbeat and the time
   * @param time when
   * @param health how it fares
   * @param json all of it
   */
  record Heartbeat(String key, Instant time, EngineHealth health, String json) implements Message {}
}
