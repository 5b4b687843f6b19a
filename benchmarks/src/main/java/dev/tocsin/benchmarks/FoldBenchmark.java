package dev.tocsin.benchmarks;

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
 * What an event costs for each kind of fold, in an engine with one rule that never fires. Its
 * windows are full before; each iteration is another 83 minutes of the traffic, 50 calls a second
 * and a tick each second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = FoldBenchmark.WARM_UP)
@Measurement(iterations = FoldBenchmark.MEASURED)
@Fork(
    value = 1,
    jvmArgs = {"-Xms3g", "-Xmx3g"})
@SuppressWarnings("NullAway.Init")
public class FoldBenchmark {
  static final int WARM_UP = 3;
  static final int MEASURED = 5;
  private static final int EVENTS = 250_000;

  /** The rule. */
  @Param public FoldedRule fold;

  /**
   * What it is by: nothing, one of four models, or one of 10,000 users, most of whom come and go
   * with the window.
   */
  @Param({"nothing", "model", "user"})
  public String by;

  private SteadyRun run;

  /** Makes the traffic, and fills the windows with the first stretch of it. */
  @Setup
  public void fill() {
    run =
        new SteadyRun(
            fold.plan(by.equals("nothing") ? "" : "by " + by),
            transition -> {
              throw new IllegalStateException("fired: " + transition);
            });
    run.load(Traffic.calls((1 + WARM_UP + MEASURED) * EVENTS, false).toArray(Call[]::new));
    run.advance(EVENTS);
  }

  /** Ends the engine. */
  @TearDown
  public void close() {
    run.close();
  }

  /** A stretch of the traffic. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public void events() {
    run.advance(EVENTS);
  }
}
