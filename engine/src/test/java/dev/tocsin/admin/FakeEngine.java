package dev.tocsin.admin;

import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Silence;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Two alerts, one of which is acknowledged by whoever asks, and whatever silences are begun. */
class FakeEngine implements Administered {
  static final Instant NOW = Instant.parse("2026-10-03T10:30:00Z");
  static final Instant BEGAN = Instant.parse("2026-10-03T10:16:00Z");
  static final String SLOW = "slow{user=\"Bjørn 東京\"}/2026-10-03T10:16:00Z";
  static final String COST = "daily_cost/2026-10-03T10:16:00Z";

  final List<Silence> silences = new CopyOnWriteArrayList<>();
  final List<String> acts = new CopyOnWriteArrayList<>();

  @Override
  public List<Alert> alerts() {
    return List.of(
        new Alert(
            "slow",
            Map.of("user", "Bjørn 東京"),
            AlertState.FIRING,
            BEGAN,
            Severity.CRITICAL,
            Map.of("team", "search"),
            Map.of("summary", "slow for Bjørn"),
            AlertReason.CONDITION,
            false),
        new Alert("daily_cost", Map.of(), AlertState.PENDING, BEGAN, Severity.WARNING));
  }

  @Override
  public List<Reading> readings() {
    List<Reading> readings = new ArrayList<>();
    readings.add(new Reading("daily_cost", Map.of(), null, 0, Unit.MONEY, BEGAN));
    for (int user = 0; user < 3; user++) {
      Map<String, String> group = Map.of("user", "u" + user);
      readings.add(new Reading("p95_latency", group, 2100.5, 40, Unit.DURATION, BEGAN));
    }
    return readings;
  }

  @Override
  public List<Silence> silences() {
    return silences;
  }

  @Override
  public EngineHealth health() {
    return new EngineHealth(
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8,
        9,
        10,
        11,
        12,
        13,
        14,
        15,
        16,
        17,
        18,
        Duration.ofMillis(2),
        NOW,
        List.of("slow"),
        new StoreHealth(1, 2, 3, null, Duration.ofMillis(1), 1_000, null, "little space"));
  }

  @Override
  public List<ChannelHealth> channels() {
    return List.of(
        new ChannelHealth(
            "slack", 5, 1, 0, 0, ChannelHealth.Circuit.CLOSED, Optional.of(NOW), Optional.empty()),
        new ChannelHealth(
            "pagerduty",
            0,
            9,
            2,
            1,
            ChannelHealth.Circuit.HALF_OPEN,
            Optional.empty(),
            Optional.of("answered 500")));
  }

  @Override
  public Silence silence(
      List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment) {
    if (matchers.stream().anyMatch(matcher -> matcher.value().equals("("))) {
      throw new IllegalArgumentException("'(' is no regular expression: missing )");
    }
    Silence silence = new Silence("s" + (silences.size() + 1), matchers, from, until, by, comment);
    silences.add(silence);
    return silence;
  }

  @Override
  public boolean expire(String silenceId, String by) {
    acts.add("expire " + silenceId + " by " + by);
    return silences.removeIf(silence -> silence.id().equals(silenceId));
  }

  @Override
  public int acknowledge(List<String> alertKeys, String by, String comment) {
    acts.add("acknowledge " + String.join(", ", alertKeys) + " by " + by + ": " + comment);
    return alertKeys.contains(SLOW) ? 1 : 0;
  }

  @Override
  public Optional<AlertStory> story(String alertKey) {
    if (!alertKey.equals(SLOW)) {
      return Optional.empty();
    }
    return Optional.of(
        new AlertStory(
            SLOW,
            Optional.of(alerts().get(0)),
            List.of(firing()),
            List.of(
                decision(NotificationDecision.Verdict.DELIVERED, Optional.empty()),
                decision(NotificationDecision.Verdict.SILENCED, Optional.of(NOW.plusSeconds(60)))),
            List.of(
                decision(NotificationDecision.Verdict.SILENCED, Optional.of(NOW.plusSeconds(60)))),
            Optional.of(new Acknowledgement("ana", NOW, "on it"))));
  }

  private static NotificationDecision decision(
      NotificationDecision.Verdict verdict, Optional<Instant> next) {
    return new NotificationDecision(
        NOW, SLOW, "routes[0]", "search-team", "slack", verdict, "silence s1", next);
  }

  private static Transition firing() {
    ComparedReading reading =
        new ComparedReading("p95_latency", ">", 2100.5, 2000.0, 40, Unit.DURATION);
    ComparedReading none = new ComparedReading("daily_cost", ">", null, 5.0, 0, Unit.MONEY);
    return new Transition(
            BEGAN,
            "slow",
            Map.of("user", "Bjørn 東京"),
            BEGAN,
            AlertState.INACTIVE,
            AlertState.FIRING,
            reading,
            List.of(reading, none),
            Severity.CRITICAL,
            List.of("slack"),
            Map.of("team", "search"),
            Map.of("summary", "slow"),
            AlertReason.NO_DATA,
            true)
        .with(
            new Evidence(
                List.of(new Exemplar("c-1", null, BEGAN, 4100.0)),
                List.of(new Contributor("model", "gpt-4o", 0.8, 0.3)),
                512));
  }

  @Override
  public void reload() throws IOException {
    acts.add("reload");
  }

  @Override
  public Instant now() {
    return NOW;
  }
}
