package dev.tocsin.benchmarks;

import dev.tocsin.api.Call;
import dev.tocsin.plan.Plan;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
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
 * The main path: events in, transitions out, through the seven rules, on one thread without the
 * queue. Each invocation is a new engine and all of the traffic; the score is events a second.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 1, time = 1)
@Measurement(iterations = 4, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms4g", "-Xmx4g"})
@SuppressWarnings("NullAway.Init")
public class SevenRulesBenchmark {
  private static final int EVENTS = 2_000_000;

  /** Of the seven; {@code model_drift} would need eight days of traffic for its baseline. */
  private static final Map<String, Integer> EXPECTED =
      Map.of(
          "daily_budget_limit", 1,
          "hourly_budget_warning", 1,
          "error_rate_spike", 6,
          "latency_degradation", 6,
          "quality_drop", 6,
          "hallucination_spike", 6);

  /** Whether calls have ids, and are remembered for an hour of event time. */
  @Param({"none", "all"})
  public String ids;

  private Plan plan;
  private List<Call> calls;
  private EngineRun run;
  private Map<String, Integer> firings;

  /** Makes the traffic. */
  @Setup
  public void traffic() {
    plan = Checkout.sevenRules();
    calls = Traffic.calls(EVENTS, ids.equals("all"));
  }

  /** A new engine. */
  @Setup(Level.Invocation)
  public void engine() {
    run = new EngineRun(plan);
  }

  /** Ends it, and checks that alerts were part of the work. */
  @TearDown(Level.Invocation)
  public void close() {
    run.close();
    if (!firings.equals(EXPECTED)) {
      throw new IllegalStateException("fired " + firings + ", not " + EXPECTED);
    }
  }

  /** All of the traffic. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public Map<String, Integer> events() {
    firings = run.through(calls);
    return firings;
  }
}
