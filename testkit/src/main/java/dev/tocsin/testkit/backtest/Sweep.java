package dev.tocsin.testkit.backtest;

import dev.tocsin.CheckedRules;
import dev.tocsin.plan.Plan;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * @param points one for each value, in rising order
 */
public record Sweep(
    String rule, SweepRange.What what, String current, String within, List<Point> points) {
  public Sweep {
    points = List.copyOf(points);
  }

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
   * first run.
   *
   * @param rules without errors
   * @param range which number, and from where to where
   * @param steps how many values
   * @param jobs how many runs at once
   * @param run runs rules on the trace; called by several threads
   * @param truth what did go wrong, if known
   * @throws IllegalArgumentException when the rule has no such number, or several
   * @throws dev.tocsin.dsl.diagnostic.InvalidRulesException when the rules have errors with a value
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
    List<BigDecimal> values = range.values(steps);
    List<Plan> plans = values.stream().map(swept::with).toList();
    ExecutorService workers = Executors.newFixedThreadPool(jobs);
    try {
      List<Future<Point>> futures = new ArrayList<>();
      for (int i = 0; i < values.size(); i++) {
        Plan plan = plans.get(i);
        String value = swept.write(values.get(i));
        futures.add(workers.submit(() -> point(value, swept.rule(), run.apply(plan), truth)));
      }
      List<Point> points = new ArrayList<>();
      for (Future<Point> future : futures) {
        points.add(done(future));
      }
      return new Sweep(swept.rule(), range.what(), swept.current(), swept.within(), points);
    } finally {
      workers.shutdownNow();
    }
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
