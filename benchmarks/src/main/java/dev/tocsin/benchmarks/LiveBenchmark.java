package dev.tocsin.benchmarks;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.Channel;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How many events a second go through a live engine: built and recorded by the host's threads, and
 * taken from the queue, folded and judged by the engine's, on its own clock. {@code record} waits
 * where the queue is full and nothing is dropped, so that in the long run as many are recorded as
 * the engine takes. An iteration is longer than the second for which events wait for their tick.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 5)
@Fork(
    value = 1,
    jvmArgs = {"-Xms4g", "-Xmx4g"})
@SuppressWarnings("NullAway.Init")
public class LiveBenchmark {
  private static final int DIFFERENT = 16_384;
  private static final long MILLISECOND = 1_000_000L;

  private Tocsin tocsin;
  private List<Call> traffic;

  /** Where a thread is in the traffic. */
  @State(Scope.Thread)
  public static class Place {
    private int next;
  }

  /** A live engine with the seven rules. */
  @Setup
  public void start() {
    traffic = Traffic.calls(DIFFERENT, false);
    tocsin =
        Tocsin.builder()
            .rules(Checkout.SEVEN_RULES)
            .otherChannels(Channel.noop("nowhere"))
            .blockWhenFull()
            .build();
  }

  /** Checks that every event was taken. */
  @TearDown
  public void stop() {
    tocsin.close();
    if (tocsin.health().dropped() > 0 || tocsin.health().late() > 0) {
      throw new IllegalStateException("events were lost: " + tocsin.health());
    }
  }

  /** One thread records. */
  @Benchmark
  public boolean events1(Place place) {
    return tocsin.record(ended(place));
  }

  /** Two threads do; on two cores the engine has no core of its own then. */
  @Benchmark
  @Threads(2)
  public boolean events2(Place place) {
    return tocsin.record(ended(place));
  }

  private Call ended(Place place) {
    Call like = traffic.get(place.next++ & (DIFFERENT - 1));
    return Call.atNanos(System.currentTimeMillis() * MILLISECOND)
        .model(like.model())
        .user(like.user())
        .feature("chat")
        .inputTokens(like.inputTokens())
        .outputTokens(like.outputTokens())
        .latencyMicros(like.latencyMicros())
        .status(Status.OK)
        .build();
  }
}
