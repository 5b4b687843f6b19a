package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.aggregate.StatesLife.Batch;
import dev.tocsin.aggregate.StatesLife.Step;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What {@link GroupStates} promises, for every layout: against a list of all numbers, and against a
 * window object for each group.
 */
class GroupStatesTest {
  private static final List<List<String>> CONDITIONS =
      List.of(
          List.of("count() by user over 10s > 1", "rate() by user over 10s > 1"),
          List.of("count() by user over 7m > 1", "rate() by user over 7m > 1"),
          List.of("sum(cost) by user over 1m > 1", "avg(cost) by user over 1m > 1"),
          List.of("sum(cost) by user over 2d > 1", "avg(cost) by user over 2d > 1"),
          List.of("ratio(status == \"ok\") by user over 90s > 0.1"),
          List.of("p50(latency) by user over 30s > 1", "p99(latency) by user over 30s > 1"),
          List.of("p5(latency) by user over 1h > 1", "p95(latency) by user over 1h > 1"),
          List.of("p50(score.q) by user over 10m > 0.1", "p90(score.q) by user over 10m > 0.1"),
          List.of("count() by user per minute > 1"),
          List.of("sum(cost) by user per hour > 1", "avg(cost) by user per hour > 1"),
          List.of("sum(cost) by user per day \"Europe/Berlin\" > 1"),
          List.of("ratio(status == \"ok\") by user per month > 0.1"));

  /** One aggregate and all that is read off it. */
  record Read(AggregatePlan aggregate, List<ReadingPlan> readings) {
    static Read of(List<String> conditions) {
      StringBuilder rules = new StringBuilder("rules:\n");
      for (int i = 0; i < conditions.size(); i++) {
        rules.append("  - {name: r%d, condition: '%s'}%n".formatted(i, conditions.get(i)));
      }
      Plan plan = Rules.parse("rules.yaml", rules.toString());
      assertThat(plan.aggregates()).hasSize(1);
      return new Read(plan.aggregates().get(0), plan.readings());
    }

    WindowShape shape() {
      return aggregate.window();
    }

    FoldKind kind() {
      return FoldKinds.of(aggregate.fold(), Group.ALL);
    }

    /** In arrays for all groups. */
    GroupStates inArrays() {
      if (shape() instanceof WindowShape.Calendar calendar) {
        return new CalendarSums(calendar, kind());
      }
      WindowShape.Sliding sliding = (WindowShape.Sliding) shape();
      return SumTotals.suffice(kind())
          ? new SlidingSums(sliding, kind())
          : new SlidingSamples(sliding, kind());
    }

    GroupStates windows() {
      return new WindowStates(shape(), slot -> kind());
    }

    List<Step> life(Random random) {
      long seconds =
          shape() instanceof WindowShape.Sliding sliding
              ? sliding.lengthNanos() / StatesLife.SECOND
              : 7200;
      return StatesLife.random(kind(), seconds, random);
    }
  }

  @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
  void readsWhatAListOfAllNumbersSays(
      @ForAll("reads") Read read,
      @ForAll("foldings") StatesRun.Folding folding,
      @ForAll Random random) {
    assertReadsAsTheList(read, read::inArrays, folding, random);
  }

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void soDoWindowsOfTheirOwn(
      @ForAll("reads") Read read,
      @ForAll("foldings") StatesRun.Folding folding,
      @ForAll Random random) {
    assertReadsAsTheList(read, read::windows, folding, random);
  }

  private static void assertReadsAsTheList(
      Read read, Supplier<GroupStates> fresh, StatesRun.Folding folding, Random random) {
    StatesRun run = new StatesRun(fresh, random);
    NaiveStates naive = new NaiveStates(read.shape());
    long last = 0;
    for (Step step : read.life(random)) {
      for (Batch batch : step.batches()) {
        folding.fold(run, batch);
        naive.add(batch.entries());
      }
      if (!run.isQuiet(step.tick()) || random.nextBoolean()) {
        run.tick(step.tick());
      }
      last = step.tick();
      assertThat(run.groups()).isEqualTo(naive.groups(last));
      for (String group : run.groups()) {
        List<Long> numbers = naive.numbers(group, last);
        assertThat(run.samples(group)).isEqualTo(numbers.size());
        for (ReadingPlan reading : read.readings()) {
          naive.assertReads(run.read(reading, group), reading, numbers);
        }
      }
    }
    run.tick(last + 100L * 86_400 * StatesLife.SECOND);
    assertThat(run.groups()).isEmpty();
    assertThat(run.nextChange()).isEqualTo(Window.NEVER);
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void readsTheSameAsAWindowForEachGroup(
      @ForAll("reads") Read read,
      @ForAll("foldings") StatesRun.Folding folding,
      @ForAll Random random) {
    StatesRun run = new StatesRun(read::inArrays, random);
    StatesRun windows = new StatesRun(read::windows, random);
    for (Step step : read.life(random)) {
      for (Batch batch : step.batches()) {
        folding.fold(run, batch);
        windows.addOneByOne(batch);
      }
      run.tick(step.tick());
      windows.tick(step.tick());
      assertSame(run, windows, read);
    }
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void readBackAtOtherPlacesGoesOnAsTheOneWritten(
      @ForAll("reads") Read read, @ForAll boolean windows, @ForAll Random random)
      throws IOException {
    StatesRun run = new StatesRun(windows ? read::windows : read::inArrays, random);
    StatesRun other = run;
    for (Step step : read.life(random)) {
      if (random.nextInt(5) == 0) {
        other = other.copy();
      }
      for (Batch batch : step.batches()) {
        run.addEach(batch);
        if (other != run) {
          other.addEach(batch);
        }
      }
      run.tick(step.tick());
      if (other != run) {
        other.tick(step.tick());
        assertThat(other.nextChange()).isEqualTo(run.nextChange());
      }
      assertSame(other, run, read);
    }
  }

  private static void assertSame(StatesRun one, StatesRun other, Read read) {
    assertThat(one.groups()).isEqualTo(other.groups());
    for (String group : one.groups()) {
      assertThat(one.samples(group)).isEqualTo(other.samples(group));
      for (ReadingPlan reading : read.readings()) {
        assertThat(one.read(reading, group)).isEqualTo(other.read(reading, group));
      }
    }
  }

  @Provide
  Arbitrary<Read> reads() {
    return Arbitraries.of(CONDITIONS.stream().map(Read::of).toList());
  }

  @Provide
  Arbitrary<StatesRun.Folding> foldings() {
    return Arbitraries.of(StatesRun::addOneByOne, StatesRun::addEach, StatesRun::addAll);
  }
}
