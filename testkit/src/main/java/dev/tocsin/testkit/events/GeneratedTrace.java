package dev.tocsin.testkit.events;

import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.EventsDefinition;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.Replay;
import dev.tocsin.testkit.field.CallFields;
import dev.tocsin.testkit.field.Moments;
import dev.tocsin.testkit.run.TraceInput;
import dev.tocsin.trace.EventSource;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A trace that is made of a few lines of a test. It is the same each time. Immutable. */
public final class GeneratedTrace implements TraceInput {
  private static final String NAME = "events";

  private final Instant start;
  private final List<Series> series;

  private GeneratedTrace(Instant start, List<Series> series) {
    this.start = start;
    this.series = List.copyOf(series);
  }

  /**
   * The events that a test describes.
   *
   * @param entries of {@code events:}
   * @param start from which times count, even where the first event is later
   * @param zone in which times without a zone are written
   * @param scores names that need no {@code score.} before them, as {@code plan.scoresRead()}
   * @param diagnostics takes the problems; with errors in it the trace is incomplete
   */
  public static GeneratedTrace of(
      List<EventsDefinition> entries,
      Instant start,
      ZoneId zone,
      Set<String> scores,
      Diagnostics diagnostics) {
    SeriesPlanner planner =
        new SeriesPlanner(
            new Moments(start, zone), new CallFields(scores, diagnostics), diagnostics);
    List<Series> series = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      series.addAll(planner.of(entries.get(i), i + 1));
    }
    return new GeneratedTrace(start, series);
  }

  @Override
  public String name() {
    return NAME;
  }

  /** From which times count; no event is earlier, unless a test puts it there. */
  @Override
  public Instant start() {
    return start;
  }

  /** The events in the order of their stamps, from the first on. */
  public EventSource events() {
    return new MergedSeries(series);
  }

  @Override
  public Replay replay(Plan plan) {
    return Replay.of(plan, NAME, events());
  }
}
