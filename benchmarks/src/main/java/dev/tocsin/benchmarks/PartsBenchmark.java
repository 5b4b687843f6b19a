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

/** What each call costs before it is folded. Calls are walked, as the engine meets them. */
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

  private List<Call> calls;
  private PriceList prices;
  private CallIndex index;
  private int next;

  /** Makes the traffic; the index is filled. */
  @Setup
  public void fill() {
    calls = Traffic.calls(CALLS, true);
    prices = PriceList.builtIn();
    index = new CallIndex(Long.MAX_VALUE / 2, REMEMBERED);
    for (int i = 0; i < REMEMBERED; i++) {
      index.add(calls.get(i), 0);
    }
    next = REMEMBERED;
  }

  /** Prices a call from the built-in list. */
  @Benchmark
  @OperationsPerInvocation(CALLS)
  public long price() {
    long sum = 0;
    for (Call call : calls) {
      sum += prices.costNanoDollars(call);
    }
    return sum;
  }

  /** Remembers a call and forgets the oldest of 200,000. */
  @Benchmark
  @OperationsPerInvocation(REMEMBERED)
  public int remember() {
    int remembered = 0;
    for (int i = 0; i < REMEMBERED; i++) {
      remembered += index.add(calls.get(next), i) ? 1 : 0;
      next = next + 1 < CALLS ? next + 1 : 0;
    }
    return remembered;
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
