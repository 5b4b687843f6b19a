package dev.tocsin.testkit.fault;

import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.FaultDefinition;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.field.CallFields;
import dev.tocsin.testkit.field.Moments;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Faults to be put into a trace, in their order. Immutable; each use of them is alike. */
public final class Faults {
  /** Where marks of faults end that last to the end of the trace. */
  public static final Instant END = Instants.ofNanos(Moments.END);

  private final List<Fault> faults = new ArrayList<>();
  private final List<Event> inserted = new ArrayList<>();
  private final List<Replay.Mark> marks = new ArrayList<>();

  private Faults() {}

  /**
   * The faults that a test describes.
   *
   * @param entries of {@code inject:}
   * @param start of the trace
   * @param zone in which times without a zone are written
   * @param scores names that need no {@code score.} before them, as {@code plan.scoresRead()}
   * @param diagnostics takes the problems; with errors in it the faults are incomplete
   */
  public static Faults of(
      List<FaultDefinition> entries,
      Instant start,
      ZoneId zone,
      Set<String> scores,
      Diagnostics diagnostics) {
    Faults faults = new Faults();
    FaultPlanner planner =
        new FaultPlanner(
            new Moments(start, zone), new CallFields(scores, diagnostics), diagnostics);
    for (int i = 0; i < entries.size(); i++) {
      planner.plan(entries.get(i), i + 1, faults);
    }
    return faults;
  }

  /** For one run; each run is alike, and takes note for itself of what the faults do. */
  public Edits edits() {
    return new Edits(faults, inserted);
  }

  /** What is done when, in the order of the file. */
  public List<Replay.Mark> marks() {
    return List.copyOf(marks);
  }

  void add(Fault fault) {
    faults.add(fault);
  }

  void insert(Event event) {
    inserted.add(event);
  }

  void mark(long from, long until, String text) {
    marks.add(new Replay.Mark(Instants.ofNanos(from), Instants.ofNanos(until), text));
  }
}
