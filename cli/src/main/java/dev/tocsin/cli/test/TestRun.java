package dev.tocsin.cli.test;

import dev.tocsin.CheckedRules;
import dev.tocsin.testkit.coverage.Point;
import dev.tocsin.testkit.coverage.SeenPoints;
import dev.tocsin.testkit.file.CheckedTests;
import dev.tocsin.testkit.file.Outcome;
import dev.tocsin.testkit.file.RuleTest;
import dev.tocsin.testkit.file.RuleTestFile;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Runs test files, several tests at once, and tells of each file in its turn. */
final class TestRun {
  private final TraceFormats formats;
  private final int jobs;
  private final Predicate<RuleTest> chosen;
  private final InstantSource clock;

  /**
   * @param jobs how many tests run at once
   * @param chosen which tests run
   * @param clock measures how long they take
   */
  TestRun(TraceFormats formats, int jobs, Predicate<RuleTest> chosen, InstantSource clock) {
    this.formats = formats;
    this.jobs = jobs;
    this.chosen = chosen;
    this.clock = clock;
  }

  /** A file whose tests have been begun. */
  private record Begun(CheckedTests checked, List<Future<TestResult>> results) {}

  List<FileResult> run(List<Path> files, Consumer<FileResult> each)
      throws IOException, InterruptedException {
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Begun> begun = new ArrayList<>();
      for (Path file : files) {
        CheckedTests checked = RuleTestFile.check(file, formats);
        List<Future<TestResult>> results = new ArrayList<>();
        for (RuleTest test : checked.tests()) {
          if (chosen.test(test)) {
            results.add(workers.submit(() -> run(test, checked)));
          }
        }
        begun.add(new Begun(checked, results));
      }
      List<FileResult> done = new ArrayList<>();
      for (Begun file : begun) {
        FileResult result = new FileResult(file.checked(), results(file.results()));
        each.accept(result);
        done.add(result);
      }
      return done;
    } finally {
      workers.shutdownNow();
    }
  }

  private TestResult run(RuleTest test, CheckedTests checked) {
    Instant began = clock.instant();
    CheckedRules rules = checked.rules().orElseThrow();
    SeenPoints seen = new SeenPoints(rules);
    Outcome outcome = outcome(test, rules, seen);
    Set<Point> points = outcome.replay().map(seen::with).orElse(Set.of());
    return new TestResult(outcome, points, Duration.between(began, clock.instant()));
  }

  /** What goes wrong in one test is told of it, and does not keep others from running. */
  private static Outcome outcome(RuleTest test, CheckedRules rules, SeenPoints seen) {
    try {
      return test.run(rules.orThrow(), List.of(seen));
    } catch (OutOfMemoryError e) {
      return failed(test, "out of memory: TOCSIN_JAVA_OPTS=-Xmx4g, or --jobs 1");
    } catch (RuntimeException | StackOverflowError e) {
      return failed(test, "internal error, this is a bug: " + e);
    }
  }

  private static Outcome failed(RuleTest test, String why) {
    return new Outcome(test, Optional.empty(), List.of(), Optional.of(why));
  }

  private static List<TestResult> results(List<Future<TestResult>> futures)
      throws InterruptedException {
    List<TestResult> results = new ArrayList<>();
    for (Future<TestResult> future : futures) {
      try {
        results.add(future.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException cause) {
          throw cause;
        }
        throw new IllegalStateException(e.getCause());
      }
    }
    return results;
  }
}
