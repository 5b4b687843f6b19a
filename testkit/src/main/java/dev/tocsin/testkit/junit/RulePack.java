package dev.tocsin.testkit.junit;

import dev.tocsin.Rules;
import dev.tocsin.dsl.testfile.TimePoint;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.engine.TestEngine;
import dev.tocsin.testkit.report.Failure;
import dev.tocsin.testkit.report.Report;
import dev.tocsin.testkit.report.ReportSubject;
import dev.tocsin.testkit.run.FileTrace;
import dev.tocsin.testkit.run.NearestApproach;
import dev.tocsin.testkit.run.TraceInput;
import dev.tocsin.testkit.run.TraceRun;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * What a test names, found and read.
 *
 * @param rules the rule file
 * @param plan what is in it
 * @param traces by what the test calls them
 * @param zone of times without one
 * @param until up to when rules go on at least
 * @param drain whether they go on until windows are empty
 */
record RulePack(
    Path rules,
    Plan plan,
    Map<String, Path> traces,
    ZoneId zone,
    Optional<TimePoint> until,
    boolean drain) {

  /**
   * Finds and reads what a test of a class names.
   *
   * @throws ExtensionConfigurationException when a file is missing, a zone or a time is none
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when anything in the rules is wrong
   */
  static RulePack of(RulePackTest named, Class<?> test) {
    TestFiles files = TestFiles.of(test);
    List<String> traces = new ArrayList<>();
    if (!named.trace().isEmpty()) {
      traces.add(named.trace());
    }
    traces.addAll(List.of(named.traces()));
    Path rules = files.file("rules", named.rules());
    return new RulePack(
        rules,
        plan(rules),
        files.files("trace", traces),
        zone(named.zone()),
        until(named.until()),
        named.drain());
  }

  /** What the rules do on a trace. */
  Replay replay(Path trace) {
    NearestApproach nearest = new NearestApproach(plan);
    return nearest.in(run(trace).watches(List.of(nearest)).run());
  }

  /** What they do on a trace, and what a test found wrong with it, as a file. */
  Report report(String title, Path trace, Replay replay, Failure failure) {
    ReportSubject subject = ReportSubject.test(title, rules.toString(), List.of(failure));
    return Report.of(subject, replay, run(trace));
  }

  private TraceRun run(Path trace) {
    TraceInput input = new FileTrace(trace, TraceFormats.discovered());
    TraceRun run = TraceRun.of(plan, input).zone(zone).drain(drain);
    until.ifPresent(time -> run.until(time.in(input.start(), zone)));
    return run;
  }

  /** An engine with the rules. */
  TestEngine engine() {
    return TestEngine.with(rules).zone(zone).start();
  }

  private static Plan plan(Path rules) {
    try {
      return Rules.load(rules);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the rules in " + rules, e);
    }
  }

  private static ZoneId zone(String name) {
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new ExtensionConfigurationException("zone '" + name + "' is none", e);
    }
  }

  private static Optional<TimePoint> until(String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    Optional<TimePoint> time = TimePoint.parse(text);
    if (time.isEmpty()) {
      throw new ExtensionConfigurationException(
          "until '" + text + "' is not a time: " + TimePoint.EXAMPLES);
    }
    return time;
  }
}
