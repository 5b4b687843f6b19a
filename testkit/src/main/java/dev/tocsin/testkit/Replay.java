package dev.tocsin.testkit;

import dev.tocsin.api.Transition;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.dsl.testfile.TimePoint;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.ReplaySummary;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What rules did on a trace: all that an expectation can be about. Nothing was sent or performed.
 * Immutable.
 *
 * @param plan the rules
 * @param trace what messages call the trace
 * @param zone in which times without a zone are written
 * @param transitions of all alerts, in order
 * @param messages that channels would have been given, in order
 * @param actions that would have been performed, in order
 * @param marks what was done to the trace, for the timeline
 * @param probes readings that were asked for
 * @param summary what the replay came to
 * @param start the first stamp of the trace as it was recorded
 * @param end the last tick
 */
public record Replay(
    Plan plan,
    String trace,
    ZoneId zone,
    List<Transition> transitions,
    List<SentMessage> messages,
    List<ActionRun> actions,
    List<Mark> marks,
    List<Probed> probes,
    ReplaySummary summary,
    Instant start,
    Instant end) {
  public Replay {
    transitions = List.copyOf(transitions);
    messages = List.copyOf(messages);
    actions = List.copyOf(actions);
    marks = List.copyOf(marks);
    probes = List.copyOf(probes);
  }

  /**
   * A time at which the trace is not as it was recorded.
   *
   * @param from the first moment
   * @param until the first behind it; the same for what has no length
   * @param text what was done
   */
  public record Mark(Instant from, Instant until, String text) {}

  /**
   * A rule whose readings are wanted.
   *
   * @param rule its name
   * @param group dimension to value; all of them
   * @param at as of the last tick at or before this time
   */
  public record Probe(String rule, Map<String, String> group, Instant at) {}

  /**
   * How the comparisons of a rule stood.
   *
   * @param probe what was asked for
   * @param comparisons of the condition, in its order
   */
  public record Probed(Probe probe, List<ComparisonStanding> comparisons) {
    public Probed {
      comparisons = List.copyOf(comparisons);
    }
  }

  /** The same with more readings. */
  public Replay withProbes(List<Probed> more) {
    List<Probed> all = new ArrayList<>(probes);
    all.addAll(more);
    return new Replay(
        plan, trace, zone, transitions, messages, actions, marks, all, summary, start, end);
  }

  /**
   * The moment that a text means.
   *
   * @param text as {@code 10:05}, {@code day 2 10:05}, {@code 2026-03-01 10:05}, an ISO-8601
   *     instant, or {@code +15m} after the first event
   * @throws IllegalArgumentException when it means none
   */
  public Instant time(String text) {
    return TimePoint.parse(text)
        .orElseThrow(
            () ->
                new IllegalArgumentException("'" + text + "' is not a time: " + TimePoint.EXAMPLES))
        .in(start, zone);
  }
}
