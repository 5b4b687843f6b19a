package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The main path by the number of rules, in the steady state: copies of the seven rules on shared
 * aggregates, drift over 30 minutes against two hours so that it fills. All windows are full
 * before; each iteration is another 83 minutes of the traffic.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = SharedRulesBenchmark.WARM_UP)
@Measurement(iterations = SharedRulesBenchmark.MEASURED)
@Fork(
    value = 1,
    jvmArgs = {"-Xms4g", "-Xmx4g"})
@SuppressWarnings("NullAway.Init")
public class SharedRulesBenchmark {
  static final int WARM_UP = 4;
  static final int MEASURED = 5;
  private static final int EVENTS = 250_000;
  private static final int FILLING = 2;

  /** How many. */
  @Param({"7", "70", "700"})
  public int rules;

  /**
   * Whether their constants are near what the traffic gives, so that all of them fire in each of
   * its episodes, or out of reach: then nothing but folds, ticks and the gate has to do.
   */
  @Param({"near", "far"})
  public String constants;

  private SteadyRun run;
  private int firings;

  /** Makes the traffic, and fills the windows with the beginning of it. */
  @Setup
  public void fill() {
    boolean far = constants.equals("far");
    String text = far ? RuleText.outOfReach(rules) : RuleText.steady(rules);
    run =
        new SteadyRun(
            Rules.parse("benchmark", text),
            transition -> firings += transition.to() == AlertState.FIRING ? 1 : 0);
    run.load(Traffic.calls((FILLING + WARM_UP + MEASURED) * EVENTS, false).toArray(Call[]::new));
    run.advance(FILLING * EVENTS);
  }

  /** Ends the engine, and checks that alerts were part of the work where they should. */
  @TearDown
  public void close() {
    run.close();
    if (constants.equals("far") != (firings == 0)) {
      throw new IllegalStateException("fired " + firings + " times");
    }
  }

  /** A stretch of the traffic. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void events() {
    run.advance(EVENTS);
  }
}
