package dev.tocsin.testkit;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.run.NearestApproach;
import dev.tocsin.testkit.run.TraceInput;
import dev.tocsin.testkit.run.TraceRun;
import dev.tocsin.trace.EventSource;
import dev.tocsin.trace.TraceLine;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thirty minutes of calls of two users, one every five seconds: slow from 10:10 to 10:13, and those
 * of u2 fail from 10:20 to 10:22.
 */
public final class Incident {
  /** Its first stamp. */
  public static final Instant START = Instant.parse("2026-03-01T10:00:00Z");

  /** What is run on it. */
  public static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          routes:
            receiver: chat
            group_by: [rule]
            group_wait: 10s
            group_interval: 1m
            routes:
              - {match: severity = critical, receiver: oncall}
          receivers:
            - {name: chat, channels: [slack]}
            - {name: oncall, channels: [pagerduty, slack], title: "{{ rule }}: {{ firing }} firing"}
          rules:
            - name: slow
              condition: p95(latency) over 2m > 2s
              for: 30s
              severity: warning
              labels: {team: chat}
              annotations:
                summary: answers take {{ value }}
            - name: errors
              condition: ratio(status != "ok") by user over 1m > 20%
              min_samples: 3
              severity: critical
              then: [rollback]
            - name: very_slow
              condition: p95(latency) over 2m > 5s and count() over 2m >= 20
              channels: [email]
            - name: silent
              condition: count() where model == "none" over 1m > 3
              channels: [email]
            - name: unjudged
              condition: avg(score.relevance) over 5m < 0.7
              channels: [email]
          """);

  private static final Duration STEP = Duration.ofSeconds(5);
  private static final Duration LENGTH = Duration.ofMinutes(30);

  private Incident() {}

  /** A replay of it. */
  public static Replay replay() {
    NearestApproach nearest = new NearestApproach(PLAN);
    return nearest.in(run().watches(List.of(nearest)).run());
  }

  /** A run on it, to be configured further. */
  public static TraceRun run() {
    return run(LENGTH);
  }

  /** A run on its beginning. */
  public static TraceRun run(Duration length) {
    return TraceRun.of(PLAN, new Calls(length.dividedBy(STEP)));
  }

  private static Call call(int index) {
    Instant time = START.plus(STEP.multipliedBy(index));
    boolean second = index % 2 == 1;
    boolean fails = second && within(time, "10:20", "10:22");
    return Call.at(time)
        .model("gpt-4o")
        .user(second ? "u2" : "u1")
        .latency(Duration.ofMillis(within(time, "10:10", "10:13") ? 4000 : 500))
        .status(fails ? Status.ERROR : Status.OK)
        .build();
  }

  private static boolean within(Instant time, String from, String until) {
    String ofDay = time.toString().substring(11, 16);
    return ofDay.compareTo(from) >= 0 && ofDay.compareTo(until) < 0;
  }

  /** The calls, made anew for each run. */
  private record Calls(long number) implements TraceInput {
    @Override
    public String name() {
      return "incident";
    }

    @Override
    public Instant start() {
      return START;
    }

    @Override
    public dev.tocsin.replay.Replay replay(Plan plan) {
      return dev.tocsin.replay.Replay.of(plan, name(), new Source(number));
    }
  }

  private static final class Source implements EventSource {
    private final long number;
    private int next;

    Source(long number) {
      this.number = number;
    }

    @Override
    public @Nullable TraceLine next() {
      return next == number ? null : new TraceLine(next + 1L, call(next++));
    }

    @Override
    public long linesRead() {
      return next;
    }
  }
}
