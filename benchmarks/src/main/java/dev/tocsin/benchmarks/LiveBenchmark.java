package dev.tocsin.benchmarks;

import dev.tocsin.Tocsin;
import dev.tocsin.TocsinBuilder;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.Channel;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
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
    jvmArgs = {
      "-Xms4g",
      "-Xmx4g",
      "--add-opens=java.base/java.lang=ALL-UNNAMED",
      "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
      "--add-opens=java.base/java.io=ALL-UNNAMED",
      "--add-opens=java.base/java.util=ALL-UNNAMED",
      "--add-exports=java.base/sun.nio.ch=ALL-UNNAMED",
      "--add-exports=java.base/jdk.internal.ref=ALL-UNNAMED",
      "--add-exports=jdk.compiler/com.sun.tools.javac.file=ALL-UNNAMED"
    })
@SuppressWarnings("NullAway.Init")
public class LiveBenchmark {
  private static final int DIFFERENT = 16_384;
  private static final long MILLISECOND = 1_000_000L;

  /** Where the state is: in memory alone, or in a store as well. */
  @Param({"memory", "store"})
  public String state;

  private Tocsin tocsin;
  private Scratch scratch;
  private List<Call> traffic;

  /** Where a thread is in the traffic. */
  @State(Scope.Thread)
  public static class Place {
    private int next;
  }

  /** A live engine with the seven rules. */
  @Setup
  public void start() throws IOException {
    scratch = new Scratch();
    traffic = Traffic.calls(DIFFERENT, false);
    TocsinBuilder builder =
        Tocsin.builder()
            .rules(Checkout.SEVEN_RULES)
            .otherChannels(Channel.noop("nowhere"))
            .blockWhenFull();
    if (state.equals("store")) {
      builder.store(scratch.folder());
    }
    tocsin = builder.build();
  }

  /** Checks that every event was taken. */
  @TearDown
  public void stop() throws IOException {
    tocsin.close();
    System.out.println(tocsin.health().store());
    scratch.close();
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
