package dev.tocsin.testkit.file;

import dev.tocsin.dsl.testfile.TestDefinition;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.EngineWatch;
import dev.tocsin.replay.TraceException;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Check;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.fault.Edits;
import dev.tocsin.testkit.fault.Faults;
import dev.tocsin.testkit.report.Failure;
import dev.tocsin.testkit.report.Report;
import dev.tocsin.testkit.report.ReportSubject;
import dev.tocsin.testkit.run.NearestApproach;
import dev.tocsin.testkit.run.TraceInput;
import dev.tocsin.testkit.run.TraceRun;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One test on one trace. Can be run again and again, also by several threads. */
public final class RuleTest {
  private final Plan plan;
  private final TestDefinition definition;
  private final TraceInput trace;
  private final ZoneId zone;
  private final Optional<Plan> values;
  private final Faults faults;

  /**
   * @param values rules whose first comparisons are the values that are asked for, if any are
   */
  RuleTest(
      Plan plan,
      TestDefinition definition,
      TraceInput trace,
      ZoneId zone,
      Faults faults,
      Optional<Plan> values) {
    this.plan = plan;
    this.definition = definition;
    this.trace = trace;
    this.zone = zone;
    this.values = values;
    this.faults = faults;
  }

  /** As the file says. */
  public String name() {
    return definition.name().value();
  }

  /** The name, with the trace where the test has several. */
  public String fullName() {
    return definition.traces().size() > 1 ? name() + " [" + trace.name() + "]" : name();
  }

  /** As written. */
  public TestDefinition definition() {
    return definition;
  }

  /** What messages call the trace. */
  public String trace() {
    return trace.name();
  }

  /** Runs it with the rules of its file. */
  public Outcome run() {
    return run(plan, List.of());
  }

  /**
   * Runs it.
   *
   * @param rules in the place of those of its file
   * @param watches look at the engine after its ticks
   */
  public Outcome run(Plan rules, List<EngineWatch> watches) {
    try {
      Edits edits = faults.edits();
      Replay replay = replay(rules, watches, edits);
      List<Miss> misses = new ArrayList<>(IdleFaults.of(edits.idle(), replay));
      for (var expectation : definition.expect()) {
        Check.of(expectation, definition.expect()).in(replay).ifPresent(misses::add);
      }
      UnreadLines.miss(definition, replay).ifPresent(misses::add);
      return new Outcome(this, Optional.of(replay), misses, Optional.empty());
    } catch (TraceException e) {
      return new Outcome(
          this, Optional.empty(), List.of(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /**
   * What it came to as an HTML file; runs once more. Empty when the trace could not be replayed.
   *
   * @param rules as it was run with
   * @param named what the rule file is called
   */
  public Optional<Report> report(Plan rules, String named, Outcome outcome) {
    return outcome
        .replay()
        .map(
            replay -> {
              List<Failure> failures =
                  outcome.misses().stream().map(miss -> Failure.of(miss, replay)).toList();
              WantedTimes times = new WantedTimes(definition.expect(), trace.start(), zone);
              return Report.of(
                  ReportSubject.test(fullName(), named, failures),
                  replay,
                  configured(rules, times, faults.edits()));
            });
  }

  private Replay replay(Plan rules, List<EngineWatch> watches, Edits edits) {
    WantedTimes times = new WantedTimes(definition.expect(), trace.start(), zone);
    NearestApproach nearest = new NearestApproach(rules);
    List<EngineWatch> all = new ArrayList<>(watches);
    all.add(nearest);
    Replay replay =
        nearest.in(configured(rules, times, edits).probes(times.probes()).watches(all).run());
    if (values.isEmpty()) {
      return replay;
    }
    Replay ofValues =
        configured(values.get(), times, faults.edits()).probes(times.valueProbes()).run();
    return replay.withProbes(times.named(ofValues.probes()));
  }

  /** How long a message may wait for others to be told with it. */
  private static long longestWait(RoutePlan route) {
    return route.children().stream()
        .mapToLong(RuleTest::longestWait)
        .reduce(route.groupWaitNanos(), Math::max);
  }

  private TraceRun configured(Plan rules, WantedTimes times, Edits edits) {
    TraceRun run =
        TraceRun.of(rules, trace)
            .zone(zone)
            .drain(definition.drain())
            .edited(edits, faults.marks());
    if (times.speakOfMessages()) {
      run.settle(Duration.ofNanos(longestWait(rules.routing().root())));
    }
    definition.allowedLateness().ifPresent(lateness -> run.allowedLateness(lateness.value()));
    definition
        .until()
        .map(until -> until.value().in(trace.start(), zone))
        .or(times::latest)
        .ifPresent(run::until);
    return run;
  }
}
