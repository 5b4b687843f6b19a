package dev.tocsin.cli;

import static java.time.Instant.parse;

import dev.tocsin.admin.Administered;
import dev.tocsin.api.Acknowledgement;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.AlertStory;
import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.ChannelHealth.Circuit;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.NotificationDecision.Verdict;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Silence;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** An engine that has one slow alert, two users over budget, and does what it is told. */
final class OperatedEngine implements Administered {
  static final String SLOW = "latency_degradation/2026-10-03T10:16:00Z";
  private static final Instant NOW = parse("2026-10-03T10:30:00Z");
  private static final Instant BEGAN = parse("2026-10-03T10:16:00Z");

  final List<String> acts = new CopyOnWriteArrayList<>();
  private final List<Silence> silences = new CopyOnWriteArrayList<>();
  private Optional<Acknowledgement> acknowledged = Optional.empty();
  private boolean calm;

  /** From now on nothing is wrong, and nothing is there. */
  void calmDown() {
    calm = true;
  }

  @Override
  public List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    if (calm) {
      return alerts;
    }
    alerts.add(
        new Alert(
            "latency_degradation",
            Map.of(),
            AlertState.FIRING,
            BEGAN,
            Severity.CRITICAL,
            Map.of(),
            Map.of("summary", "Answers take 3.21 s"),
            AlertReason.CONDITION,
            true));
    for (String user : List.of("u1", "Bjørn 東京")) {
      alerts.add(
          new Alert(
              "user_budget",
              Map.of("user", user),
              AlertState.PENDING,
              NOW.minusSeconds(30),
              Severity.WARNING));
    }
    return alerts;
  }

  @Override
  public List<Reading> readings() {
    return List.of();
  }

  @Override
  public List<Silence> silences() {
    return silences;
  }

  @Override
  public EngineHealth health() {
    return calm
        ? health(0, null, null, List.of())
        : health(
            7,
            NOW.minusMillis(700),
            new StoreHealth(
                5_000,
                3,
                1,
                NOW.minusSeconds(42),
                Duration.ZERO,
                84_080_734_208L,
                "disk is full",
                "little space"),
            List.of("user_budget"));
  }

  private static EngineHealth health(
      long wrong, @Nullable Instant tick, @Nullable StoreHealth store, List<String> inError) {
    return new EngineHealth(
        12,
        65_536,
        19_366,
        wrong,
        0,
        0,
        wrong,
        0,
        wrong,
        0,
        0,
        0,
        wrong,
        0,
        0,
        0,
        0,
        wrong,
        Duration.ofNanos(1_240_000),
        tick,
        inError,
        store);
  }

  @Override
  public List<ChannelHealth> channels() {
    return calm
        ? List.of()
        : List.of(
            new ChannelHealth(
                "email", 12, 0, 0, 0, Circuit.CLOSED, Optional.of(NOW), Optional.empty()),
            new ChannelHealth(
                "slack", 1_204, 31, 2, 0, Circuit.HALF_OPEN, Optional.empty(), Optional.of("429")),
            new ChannelHealth(
                "pagerduty",
                0,
                9,
                4,
                1,
                Circuit.OPEN,
                Optional.empty(),
                Optional.of("events.pagerduty.com answered 500")));
  }

  @Override
  public Silence silence(
      List<LabelMatcher> matchers, Instant from, Instant until, String by, String comment) {
    Silence silence = new Silence("s" + (silences.size() + 1), matchers, from, until, by, comment);
    silences.add(silence);
    return silence;
  }

  @Override
  public boolean expire(String silenceId, String by) {
    acts.add("expire " + silenceId + " by " + by);
    for (int i = 0; i < silences.size(); i++) {
      Silence each = silences.get(i);
      if (each.id().equals(silenceId)) {
        silences.set(
            i,
            new Silence(each.id(), each.matchers(), each.from(), NOW, each.by(), each.comment()));
        return true;
      }
    }
    return false;
  }

  @Override
  public int acknowledge(List<String> alertKeys, String by, String comment) {
    acts.add("acknowledge " + String.join(", ", alertKeys) + " by " + by + ": " + comment);
    acknowledged = Optional.of(new Acknowledgement(by, NOW, comment));
    return alertKeys.contains(SLOW) ? 1 : 0;
  }

  @Override
  public Optional<AlertStory> story(String alertKey) {
    if (!alertKey.equals(SLOW)) {
      return Optional.empty();
    }
    List<Transition> transitions = new ArrayList<>();
    transitions.add(transition(BEGAN, AlertState.PENDING, 2_100.0));
    transitions.add(
        transition(BEGAN.plusSeconds(120), AlertState.FIRING, 3_210.4)
            .with(
                new Evidence(
                    List.of(
                        new Exemplar("c-81", "t-7", BEGAN.plusSeconds(100), 9_120.0),
                        new Exemplar("c-93", null, BEGAN.plusSeconds(110), null)),
                    List.of(
                        new Contributor("model", "gpt-4o", 0.83, 0.41),
                        new Contributor("feature", "search", 0.6, 0.58)),
                    512)));
    if (calm) {
      transitions.add(transition(NOW, AlertState.INACTIVE, 900.0));
    }
    return Optional.of(
        new AlertStory(
            SLOW,
            alerts().stream().filter(alert -> alert.key().equals(SLOW)).findFirst(),
            transitions,
            decisions(),
            calm ? List.of() : outlook(),
            acknowledged));
  }

  private static Transition transition(Instant time, AlertState to, Double value) {
    ComparedReading latency =
        new ComparedReading("p95_latency", ">", value, 2_000.0, 156, Unit.DURATION);
    ComparedReading count = new ComparedReading("daily_cost", ">=", null, 5.0, 0, Unit.MONEY);
    return new Transition(
        time,
        "latency_degradation",
        Map.of(),
        BEGAN,
        to == AlertState.FIRING ? AlertState.PENDING : AlertState.INACTIVE,
        to,
        latency,
        List.of(latency, count),
        Severity.CRITICAL,
        List.of("slack"),
        Map.of(),
        Map.of());
  }

  /** The last decision of each channel. */
  private static List<NotificationDecision> outlook() {
    Map<String, NotificationDecision> last = new LinkedHashMap<>();
    decisions().forEach(each -> last.put(each.receiver() + each.channel(), each));
    return List.copyOf(last.values());
  }

  private static List<NotificationDecision> decisions() {
    Instant began = BEGAN.plusSeconds(120);
    Optional<Instant> none = Optional.empty();
    return List.of(
        decision(
            began, "slack", Verdict.WAITING, "group_wait 30s", Optional.of(began.plusSeconds(30))),
        decision(began.plusSeconds(30), "slack", Verdict.SENT, "first notification", none),
        decision(began.plusSeconds(31), "slack", Verdict.DELIVERED, "taken", none),
        decision(
            began.plusSeconds(30),
            "pagerduty",
            Verdict.OVER_BUDGET,
            "more than 10 in 1h",
            Optional.of(NOW.plusSeconds(90))),
        decision(
            NOW.minusSeconds(60),
            "slack",
            Verdict.UNCHANGED,
            "nothing is new; repeat_interval 4h",
            Optional.of(BEGAN.plusSeconds(14_400))));
  }

  private static NotificationDecision decision(
      Instant time, String channel, Verdict verdict, String reason, Optional<Instant> next) {
    return new NotificationDecision(
        time, SLOW, "routes[1]", "on-call", channel, verdict, reason, next);
  }

  @Override
  public void reload() {
    acts.add("reload");
  }

  @Override
  public Instant now() {
    return NOW;
  }
}
