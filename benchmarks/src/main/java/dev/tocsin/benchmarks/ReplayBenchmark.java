package dev.tocsin.benchmarks;

import dev.tocsin.plan.Plan;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.ReplaySummary;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A recorded file through the seven rules: reading, ordering, pricing and the engine. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
public class ReplayBenchmark {
  private static final int EVENTS = 19_366;

  private final Plan plan = Checkout.sevenRules();

  /** The whole trace. */
  @Benchmark
  @OperationsPerInvocation(EVENTS)
  public ReplaySummary azure() {
    return Replay.of(plan, Checkout.AZURE_TRACE).run();
  }
}
