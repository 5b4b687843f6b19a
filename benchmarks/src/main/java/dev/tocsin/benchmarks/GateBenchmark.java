package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.aggregate.GroupSource;
import dev.tocsin.aggregate.ReadingState;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.Decision;
import dev.tocsin.match.Gate;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
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
 * What a reading costs at the gate while it stays in its band, when it crosses a constant, and when
 * Drools then decides. Constants are a second apart, one rule each.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(
    value = 1,
    jvmArgs = {"-Xms1g", "-Xmx1g"})
@SuppressWarnings("NullAway.Init")
public class GateBenchmark {
  private static final int VALUES = 1_024;
  private static final double SECOND = 1e6; // latencies are in microseconds
  private static final double LEAST = 0.25;
  private static final double STEP = 0.5 / VALUES;
  private static final int FEW = 5;
  private static final int SAMPLES = 100;
  private static final GroupSource GROUPS = slot -> Group.ALL;

  /** How many, and as many rules. */
  @Param({"10", "1000"})
  public int constants;

  private final double[] within = new double[VALUES];
  private ReadingPlan reading;
  private Gate alone;
  private DroolsMatcher matcher;
  private Gate decided;
  private long noted;
  private boolean above;

  /** Does nothing. */
  private static final class Nobody implements ConditionMatcher {
    @Override
    public void begins(CrossingPlan crossing, Group group, double value) {}

    @Override
    public void ends(CrossingPlan crossing, Group group) {}

    @Override
    public Decision decide() {
      return Decision.NONE;
    }

    @Override
    public void close() {}
  }

  /** Compiles the rules; the reading begins in the middle of all constants. */
  @Setup
  public void compile() {
    StringBuilder text = new StringBuilder("rules:\n");
    for (int i = 1; i <= constants; i++) {
      text.append(
          "  - {name: slow_%d, condition: p95(latency) over 10m > %ds, channels: [slack]}\n"
              .formatted(i, i));
    }
    Plan plan = Rules.parse("benchmark", text.toString());
    reading = plan.readings().get(0);
    alone = new Gate(plan, new Nobody());
    matcher = new DroolsMatcher(plan);
    decided = new Gate(plan, matcher);
    int middle = constants / 2;
    for (int i = 0; i < VALUES; i++) {
      within[i] = (middle + LEAST + i * STEP) * SECOND;
    }
    noted = ReadingState.FRESH;
  }

  /** Ends Drools. */
  @TearDown
  public void close() {
    matcher.close();
  }

  /** The usual case: the value moves and stays between two constants. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public long stays() {
    for (double value : within) {
      noted = alone.reading(reading, GROUPS, 0, noted, value, SAMPLES);
    }
    return noted;
  }

  /** The value crosses one constant, up or down; nobody listens. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public boolean crosses() {
    for (int i = 0; i < VALUES; i++) {
      cross(alone, constants / 2);
    }
    return alone.changed();
  }

  /** The value crosses one constant, Drools decides, and five conditions hold, or four. */
  @Benchmark
  public Decision crossesAndIsDecided() {
    cross(decided, FEW);
    return matcher.decide();
  }

  /** The same where half of all conditions hold besides. */
  @Benchmark
  public Decision crossesAmongManyAndIsDecided() {
    cross(decided, constants / 2);
    return matcher.decide();
  }

  private void cross(Gate gate, int constant) {
    above = !above;
    double value = (constant + (above ? LEAST : -LEAST)) * SECOND;
    noted = gate.reading(reading, GROUPS, 0, noted, value, SAMPLES);
  }
}
