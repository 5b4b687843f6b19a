package dev.tocsin.benchmarks;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Channel;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.infra.ThreadParams;

/**
 * How long single calls of {@code record} take, while the engine takes what was recorded. Each is
 * timed by itself, so its time includes that of reading the clock, which {@link #clockAlone} shows:
 * subtract its median. Between two calls a thread works at something else, without which the queue
 * would be full, and a drop is cheaper than a place; the work grows with the number of threads, so
 * that the engine has the same rate to take. With more threads than cores the highest percentiles
 * are those of the scheduler.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
@SuppressWarnings("NullAway.Init")
public class RecordLatencyBenchmark {
  private static final long LIKE_RECORD = 5;

  private Tocsin tocsin;
  private volatile Call call;

  /** What a thread does between two calls. */
  @State(Scope.Thread)
  public static class Pause {
    private static final long TOKENS_A_THREAD = 3_000;

    /** About 6 microseconds for each thread, outside the measurement. */
    @Setup(Level.Invocation)
    public void work(ThreadParams threads) {
      Blackhole.consumeCPU(TOKENS_A_THREAD * threads.getThreadCount());
    }
  }

  /** A live engine with the seven rules. */
  @Setup
  public void start() {
    tocsin =
        Tocsin.builder().rules(Checkout.SEVEN_RULES).otherChannels(Channel.noop("nowhere")).build();
  }

  /** The stamp must not be late. */
  @Setup(Level.Iteration)
  public void stamp() {
    call = RecordBenchmark.ended();
  }

  /** Checks that every event was taken. */
  @TearDown
  public void stop() {
    tocsin.close();
    if (tocsin.health().dropped() > 0 || tocsin.health().late() > 0) {
      throw new IllegalStateException("events were lost: " + tocsin.health());
    }
  }

  /** What is measured when nothing is done. */
  @Benchmark
  public Call clockAlone(Pause pause) {
    return call;
  }

  /**
   * About as much work as {@code record}, without memory that anyone shares: what the machine adds
   * to the highest percentiles by itself.
   */
  @Benchmark
  public Call workAlone(Pause pause) {
    Blackhole.consumeCPU(LIKE_RECORD);
    return call;
  }

  /** One thread records. */
  @Benchmark
  public boolean record1(Pause pause) {
    return tocsin.record(call);
  }

  /** Two threads do. */
  @Benchmark
  @Threads(2)
  public boolean record2(Pause pause) {
    return tocsin.record(call);
  }

  /** Four threads do. */
  @Benchmark
  @Threads(4)
  public boolean record4(Pause pause) {
    return tocsin.record(call);
  }

  /** Sixteen threads do. */
  @Benchmark
  @Threads(16)
  public boolean record16(Pause pause) {
    return tocsin.record(call);
  }
}
