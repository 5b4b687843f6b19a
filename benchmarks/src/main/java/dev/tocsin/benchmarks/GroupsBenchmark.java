package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
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
 * What an event costs by the number of groups: a daily budget for each user. Each call has a string
 * of its own for its user, as a service has it. Three calls a user, and at least a million, have
 * filled the groups before; each iteration is another 250,000 calls, 50 seconds of event time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = GroupsBenchmark.WARM_UP)
@Measurement(iterations = GroupsBenchmark.MEASURED)
@Fork(
    value = 1,
    jvmArgs = {"-Xms4g", "-Xmx4g"})
@SuppressWarnings("NullAway.Init")
public class GroupsBenchmark {
  static final int WARM_UP = 3;
  static final int MEASURED = 7;
  private static final int SECONDS = 50;
  private static final int EVENTS = SECONDS * UserTraffic.CALLS_A_SECOND;
  private static final int LEAST_FILLING = 1_000_000;
  private static final int CALLS_A_USER = 3;

  /** How many there are. */
  @Param({"1000", "100000", "1000000"})
  public int users;

  /** Whether a few have most of the calls (Zipf's law, exponent 1) or all as many. */
  @Param({"zipf", "uniform"})
  public String distribution;

  private SteadyRun run;

  /** Fills the groups in pieces that are let go of, and makes the calls to be measured. */
  @Setup
  public void fill() {
    run =
        new SteadyRun(
            Rules.parse(
                "benchmark",
                """
                rules:
                  - name: user_budget
                    condition: sum(cost) by user per day > $1000000
                    channels: [slack]
                """),
            transition -> {
              throw new IllegalStateException("fired: " + transition);
            });
    UserTraffic traffic = new UserTraffic(users, distribution.equals("zipf") ? 1 : 0);
    int filling = Math.max(LEAST_FILLING, CALLS_A_USER * users);
    for (int filled = 0; filled < filling; filled += EVENTS) {
      run.load(traffic.next(SECONDS));
      run.finish();
    }
    run.load(traffic.next((WARM_UP + MEASURED) * SECONDS));
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
