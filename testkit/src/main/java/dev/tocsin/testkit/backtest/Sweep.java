package dev.tocsin.testkit.backtest;

import dev.tocsin.CheckedRules;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.plan.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * What a rule does on a trace with other numbers in it. Immutable.
 *
 * @param rule its name
 * @param what of it was changed
 * @param current the number as it stands in the file
 * @param within the comparison, term or key that it stands in, in the words of the file
 * @param points one for each value with which the rules load, in rising order; at least one
 * @param refused the other values
 */
public record Sweep(
    String rule,
    SweepRange.What what,
    String current,
    String within,
    List<Point> points,
    List<Refused> refused) {
  public Sweep {
    points = List.copyOf(points);
    refused = List.copyOf(refused);
  }

  /**
   * A value with which the rules have errors.
   *
   * @param value as it would be written
   * @param why the first error
   */
  public record Refused(String value, String why) {}

  /**
   * What the rule does with a value.
   *
   * @param value as it would be written
   * @param tally its alerts
   * @param pages messages that say that one of its alerts fires
   * @param noise of its alerts
   * @param detection how well they notice the incidents that concern the rule, if there is a file
   *     of incidents
   */
  public record Point(
      String value, AlertTally tally, long pages, Noise noise, Optional<Detection> detection) {}

  /**
   * What alerts are held against.
   *
   * @param incidents that did happen
   * @param slack how much before the beginning an alert may come
   */
  public record Truth(List<LabelledIncident> incidents, Duration slack) {
    public Truth {
      incidents = List.copyOf(incidents);
    }
  }

  /**
   * Runs the rules once for each value, several runs at once. Every value is checked before the
   * first run; those with which the rules have errors are left out.
   *
   * @param rules without errors
   * @param range which number, and from where to where
   * @param steps how many values
   * @param jobs how many runs at once
   * @param run runs rules on the trace; called by several threads
   * @param truth what did go wrong, if known
   * @throws IllegalArgumentException when the rule has no such number, or several, or the rules
   *     have errors with every value
   * @throws dev.tocsin.replay.TraceException when the trace cannot be read
   */
  public static Sweep of(
      CheckedRules rules,
      SweepRange range,
      int steps,
      int jobs,
      Function<Plan, Backtest> run,
      Optional<Truth> truth) {
    SweptRules swept = SweptRules.of(rules, range);
    Map<String, Plan> plans = new LinkedHashMap<>();
    List<Refused> refused = new ArrayList<>();
    for (BigDecimal number : range.values(steps)) {
      String value = swept.write(number);
      CheckedRules changed = swept.with(number);
      changed
          .plan()
          .ifPresentOrElse(
              plan -> plans.put(value, plan),
              () -> refused.add(new Refused(value, firstError(changed))));
    }
    if (plans.isEmpty()) {
      throw new IllegalArgumentException(
          "the rules have errors with every value of %s of '%s'; with %s: %s"
              .formatted(
                  range.what().name().toLowerCase(Locale.ROOT),
                  swept.rule(),
                  refused.get(0).value(),
                  refused.get(0).why()));
    }
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Point>> futures = new ArrayList<>();
      plans.forEach(
          (value, plan) ->
              futures.add(
                  workers.submit(() -> point(value, swept.rule(), run.apply(plan), truth))));
      List<Point> points = new ArrayList<>();
      for (Future<Point> future : futures) {
        points.add(done(future));
      }
      return new Sweep(
          swept.rule(), range.what(), swept.current(), swept.within(), points, refused);
    } finally {
      workers.shutdownNow();
    }
  }

  private static String firstError(CheckedRules rules) {
    return rules.diagnostics().stream()
        .filter(each -> each.severity() == Diagnostic.Level.ERROR)
        .findFirst()
        .map(error -> error.message() + error.hint().map(hint -> " (" + hint + ")").orElse(""))
        .orElseThrow();
  }

  private static Point point(String value, String rule, Backtest backtest, Optional<Truth> truth) {
    List<PastAlert> own =
        backtest.alerts().stream().filter(alert -> alert.rule().equals(rule)).toList();
    long pages =
        backtest.rules().stream()
            .filter(each -> each.rule().equals(rule))
            .mapToLong(RuleTally::pages)
            .sum();
    return new Point(
        value,
        AlertTally.of(own, backtest.until()),
        pages,
        Noise.of(own),
        truth.map(
            known ->
                Detection.of(
                    own,
                    known.incidents().stream().filter(each -> each.concerns(rule)).toList(),
                    known.slack(),
                    backtest.from(),
                    backtest.until())));
  }

  private static Point done(Future<Point> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
