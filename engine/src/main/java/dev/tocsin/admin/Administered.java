package dev.tocsin.admin;

import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Silence;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the endpoint needs of the engine that it shows. Called on the endpoint's threads, several at
 * once; each may wait for the engine for a moment, and is interrupted when the request's time is
 * up. Lists are copies that no longer change.
 */
public interface Administered {
  /** Alerts that are pending or fire. */
  List<Alert> alerts();

  /** What the rules' terms read now, for each group. */
  List<Reading> readings();

  /** Silences that are in force, are yet to be, or ended lately. */
  List<Silence> silences();

  /** How the engine fares. */
  EngineHealth health();

  /** How its channels fare, in the order of their names. */
  List<ChannelHealth> channels();

  /**
   * Begins a silence.
   *
   * @throws IllegalArgumentException when it cannot be one, with words for whoever asked for it
   */
  Silence silence(
      List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment);

  /**
   * Ends a silence before its time.
   *
   * @return false when there is none of that id which could be ended
   */
  boolean expire(String silenceId, String by);

  /**
   * Says that somebody takes care of alerts.
   *
   * @param alertKeys their {@link Alert#key}s
   * @return how many of them fire
   */
  int acknowledge(List<String> alertKeys, String by, String comment);

  /** All that is remembered of an alert, also of one that lives no more. */
  Optional<AlertStory> story(String alertKey);

  /**
   * Reads the rules again from where they came.
   *
   * @throws IOException when they cannot be read; the old ones stay
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when they are wrong; the old ones stay
   */
  void reload() throws IOException;

  /** The time on the engine's clock. */
  Instant now();
}
