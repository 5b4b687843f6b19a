package dev.tocsin.cli.backtest;

import dev.tocsin.CheckedRules;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.Sweep;
import dev.tocsin.testkit.backtest.SweepRange;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that try other numbers in a rule. */
final class SweepOptions {
  private static final int MOST_STEPS = 200;

  @Option(
      names = "--sweep",
      paramLabel = "WHAT",
      description =
          "Try other numbers in a rule: slow:threshold=1s..5s, slow:for=0s..5m, slow:window=1m..1h;"
              + " slow:threshold[2]=1s..5s is the second of several")
  private @Nullable String sweep;

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "9",
      description = "How many numbers to try (default: 9)")
  private int steps;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many runs at once (default: as many as there are processors)")
  private @Nullable Integer jobs;

  /**
   * The sweep that was asked for, if any.
   *
   * @throws CommandFailure when the rules have no such number, or errors with every value
   */
  Optional<Sweep> run(
      CheckedRules rules, Function<Plan, Backtest> run, Optional<Sweep.Truth> truth) {
    if (sweep == null) {
      return Optional.empty();
    }
    if (steps < 2 || steps > MOST_STEPS) {
      throw CommandFailure.usage(
          "--steps must be from 2 to " + MOST_STEPS + ", not " + steps, Optional.empty());
    }
    if (jobs != null && jobs < 1) {
      throw CommandFailure.usage("--jobs must be at least 1", Optional.empty());
    }
    int atOnce = jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    try {
      return Optional.of(Sweep.of(rules, SweepRange.parse(sweep), steps, atOnce, run, truth));
    } catch (IllegalArgumentException e) {
      throw CommandFailure.usage("--sweep: " + e.getMessage(), Optional.empty());
    }
  }
}
