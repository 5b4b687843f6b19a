package dev.tocsin.benchmarks;

import dev.tocsin.aggregate.CallIndex;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.price.PriceList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What each call costs before it is folded. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
@SuppressWarnings("NullAway.Init")
public class PartsBenchmark {
  private static final int CALLS = 400_000;
  private static final int REMEMBERED = 200_000;
  private static final int PRICED = 4_096;

  private List<Call> calls;
  private PriceList prices;

  /** A full index. */
  @State(Scope.Thread)
  public static class Remembered {
    private final CallIndex index = new CallIndex(Long.MAX_VALUE / 2, REMEMBERED);
    private int next;

    /** Remembers the first half of the traffic. */
    @Setup
    public void fill(PartsBenchmark parts) {
      while (next < REMEMBERED) {
        index.add(parts.calls.get(next++), 0);
      }
    }
  }

  /** Makes the traffic. */
  @Setup
  public void traffic() {
    calls = Traffic.calls(CALLS, true);
    prices = PriceList.builtIn();
  }

  /** Prices a call from the built-in list; so few calls stay in the cache. */
  @Benchmark
  @OperationsPerInvocation(PRICED)
  public long price() {
    long sum = 0;
    for (int i = 0; i < PRICED; i++) {
      sum += prices.costNanoDollars(calls.get(i));
    }
    return sum;
  }

  /** Remembers a call and forgets the oldest of 200,000. */
  @Benchmark
  @OperationsPerInvocation(REMEMBERED)
  public int remember(Remembered full) {
    int added = 0;
    for (int i = 0; i < REMEMBERED; i++) {
      added += full.index.add(calls.get(full.next), i) ? 1 : 0;
      full.next = full.next + 1 < CALLS ? full.next + 1 : 0;
    }
    return added;
  }

  /** Builds a call that has neither tags nor scores nor attributes. */
  @Benchmark
  public Call build() {
    return Call.atNanos(1)
        .model("gpt-4o")
        .user("u1")
        .feature("chat")
        .inputTokens(812)
        .outputTokens(210)
        .latencyMicros(812_000)
        .status(Status.OK)
        .build();
  }
}
