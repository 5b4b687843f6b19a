package dev.tocsin.benchmarks;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What a service's thread pays for a call of {@code record} on a live engine. Recorded in bursts
 * that the queue can hold; between bursts the engine empties it, outside the measurement. Nothing
 * may be dropped: a drop would be cheaper.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 100)
@Measurement(iterations = 200)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
@SuppressWarnings("NullAway.Init")
public class RecordBenchmark {
  private static final int BURST = 16_384;
  private static final long GLANCE_NANOS = 1_000_000;

  private Tocsin tocsin;
  private Call call;

  /** A live engine with the seven rules. */
  @Setup
  public void start() {
    tocsin =
        Tocsin.builder().rules(Checkout.SEVEN_RULES).otherChannels(Channel.noop("nowhere")).build();
  }

  /** Lets the engine take the last burst. */
  @Setup(Level.Iteration)
  public void empty() {
    while (tocsin.health().queueDepth() > 0) {
      LockSupport.parkNanos(GLANCE_NANOS);
    }
    call = ended();
  }

  /** Checks that every event was taken. */
  @TearDown
  public void stop() {
    tocsin.close();
    if (tocsin.health().dropped() > 0 || tocsin.health().late() > 0) {
      throw new IllegalStateException("events were lost: " + tocsin.health());
    }
  }

  /** One thread records a call that is there. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void record1() {
    burst();
  }

  /** Two threads do. */
  @Benchmark
  @Threads(2)
  @OperationsPerInvocation(BURST)
  public void record2() {
    burst();
  }

  /** One thread reads the clock, builds the call and records it. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public void buildAndRecord1() {
    for (int i = 0; i < BURST; i++) {
      tocsin.record(ended());
    }
  }

  private void burst() {
    for (int i = 0; i < BURST; i++) {
      tocsin.record(call);
    }
  }

  static Call ended() {
    return Call.at(Instant.now())
        .model("gpt-4o")
        .user("u1")
        .feature("chat")
        .inputTokens(812)
        .outputTokens(210)
        .latency(Duration.ofMillis(812))
        .status(Status.OK)
        .build();
  }
}
