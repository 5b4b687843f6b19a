package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Instants;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.price.PriceList;
import java.time.Duration;
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
 * What a tick costs by the number of groups that were touched since the last, among 20,000. The
 * calls that touch them are folded before, outside of the measurement, and are the same again and
 * again: ticks are a millisecond long and events may be a day late, so that their stamps need not
 * rise. That each tick is timed by itself adds what the benchmark without touched groups shows.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms2g", "-Xmx2g"})
@SuppressWarnings("NullAway.Init")
public class TickBenchmark {
  private static final int GROUPS = 20_000;
  private static final int QUIET = 1_000;
  private static final Duration LATENESS = Duration.ofDays(1);

  /** An engine with all groups open. */
  @State(Scope.Thread)
  public static class Groups {
    /** What is read of each group. */
    @Param({"per day", "over 1d"})
    public String window;

    private final Call[] calls = new Call[GROUPS];
    private Engine engine;
    private long tick;
    private int next;

    /** Opens all groups. */
    @Setup
    public void open() {
      engine =
          new Engine(
              Rules.parse(
                  "benchmark",
                  """
                  evaluate_every: 1ms
                  rules:
                    - name: user_budget
                      condition: sum(cost) by user %s > $1000000
                      channels: [slack]
                  """
                      .formatted(window)),
              DroolsMatcher::new,
              PriceList.builtIn(),
              EngineLimits.DEFAULT.withAllowedLateness(LATENESS),
              Journal.NONE,
              transition -> {
                throw new IllegalStateException("fired: " + transition);
              });
      tick = Instants.toNanos(Traffic.START);
      for (int i = 0; i < GROUPS; i++) {
        calls[i] =
            Call.atNanos(tick)
                .model("gpt-4o")
                .user("user-" + i)
                .inputTokens(812)
                .outputTokens(210)
                .build();
        engine.arrive(calls[i]);
      }
      tick();
    }

    /** Ends the engine. */
    @TearDown
    public void close() {
      engine.close();
    }

    void touchNext() {
      engine.arrive(calls[next]);
      next = next + 1 < GROUPS ? next + 1 : 0;
    }

    void tick() {
      tick += engine.tickNanos();
      engine.apply(new Input.Tick(tick));
    }
  }

  /** How many groups were touched. */
  @State(Scope.Thread)
  public static class Touched {
    /** So many. */
    @Param({"0", "1", "100", "10000"})
    public int touched;

    private Groups groups;

    /** Takes the groups; what JMH gives to the benchmark itself would be others. */
    @Setup
    public void among(Groups all) {
      groups = all;
    }

    /** Touches the next ones in turn. */
    @Setup(Level.Invocation)
    public void touch() {
      for (int i = 0; i < touched; i++) {
        groups.touchNext();
      }
      groups.engine.flush();
    }
  }

  /** One tick. */
  @Benchmark
  public void tick(Touched touched) {
    touched.groups.tick();
  }

  /** Ticks at which there is nothing to do, many at a time. */
  @Benchmark
  @OperationsPerInvocation(QUIET)
  public void quiet(Groups groups) {
    for (int i = 0; i < QUIET; i++) {
      groups.tick();
    }
  }
}
