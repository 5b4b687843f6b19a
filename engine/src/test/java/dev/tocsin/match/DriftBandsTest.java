package dev.tocsin.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.aggregate.ReadingSink;
import dev.tocsin.api.Call;
import dev.tocsin.event.CallBatch;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Distances that are not computed anew while they cannot leave their band change nothing. */
class DriftBandsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Plan PLAN =
      Rules.parse(
          "rules.yaml",
          """
          rules:
            - {name: far, condition: ks(latency) over 30s vs previous 2m > 0.5}
            - {name: near, condition: ks(latency) over 30s vs previous 2m <= 0.2}
            - {name: at, condition: ks(latency) over 30s vs previous 2m == 0.25}
            - {name: least, condition: ks(latency) over 30s vs previous 2m > 0, min_samples: 20}
            - {name: model, condition: ks(output_tokens) by model over 10s vs previous 1m > 0.3}
            - {name: models, condition: ks(output_tokens) by model over 10s vs previous 1m > 0.15}
            - {name: all, condition: ks(*) over 20s vs previous 1m > 0.4}
            - {name: back, condition: ks(score.q) over 20s offset 10s vs previous 1m > 0.35}
          """);

  /** Notes every comparison that begins or ends. */
  private static final class Crossings implements ConditionMatcher {
    final List<String> told = new ArrayList<>();

    @Override
    public void begins(CrossingPlan crossing, Group group, double value) {
      told.add("begins " + text(crossing, group));
    }

    @Override
    public void ends(CrossingPlan crossing, Group group) {
      told.add("ends " + text(crossing, group));
    }

    private static String text(CrossingPlan crossing, Group group) {
      return crossing.reading().text()
          + crossing.operator().symbol()
          + crossing.threshold()
          + group.values();
    }

    @Override
    public Decision decide() {
      return Decision.NONE;
    }

    @Override
    public void close() {}
  }

  /** Aggregates with what looks at them. */
  private static final class Watched {
    final Crossings crossings = new Crossings();
    final CallBatch batch = new CallBatch(SECOND);
    final Aggregates aggregates = new Aggregates(PLAN, 100, batch);
    final Gate gate = new Gate(PLAN, crossings);

    void add(Call call) {
      if (!batch.takes(call.timeNanos())) {
        fold();
      }
      batch.costs()[batch.size()] = call.costNanoDollars();
      batch.add(call);
    }

    void fold() {
      aggregates.foldBatch();
      batch.clear();
    }

    /** The gate, but without room for values that are not exact. */
    ReadingSink exactly() {
      return (quantity, groups, slot, noted, value, samples) ->
          gate.reading(quantity, groups, slot, noted, value, samples);
    }

    List<String> tick(long tick, ReadingSink sink) {
      fold();
      crossings.told.clear();
      aggregates.tick(tick, sink);
      Collections.sort(crossings.told);
      return crossings.told;
    }
  }

  @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
  void theSameComparisonsBeginAndEndAtTheSameTicks(@ForAll Random random) {
    Watched remembering = new Watched();
    Watched computing = new Watched();
    int changes = 0;
    long second = 1_700_000_000L;
    for (int step = 0; step < 500; step++) {
      second += random.nextInt(100) == 0 ? random.nextInt(200) : 1;
      for (int left = random.nextInt(12); left > 0; left--) {
        long late = random.nextInt(8) == 0 ? random.nextInt(25) : 0;
        Call call = call((second - late) * SECOND + random.nextLong(SECOND), step, random);
        remembering.add(call);
        computing.add(call);
      }
      long tick = (second + 1) * SECOND;
      List<String> told = remembering.tick(tick, remembering.gate);
      assertThat(told).isEqualTo(computing.tick(tick, computing.exactly()));
      changes += told.size();
      assertSameReadings(remembering, computing);
    }
    assertThat(changes).isPositive();
  }

  /** What is read on its own is always exact. */
  private static void assertSameReadings(Watched one, Watched other) {
    for (ReadingPlan reading : PLAN.readings()) {
      if (reading.dimensions().isEmpty()) {
        assertThat(one.aggregates.read(reading, Group.ALL))
            .isEqualTo(other.aggregates.read(reading, Group.ALL));
      }
    }
  }

  private static Call call(long stamp, int step, Random random) {
    int usual = step / 60 % 4;
    return Call.atNanos(stamp)
        .model("m" + random.nextInt(3))
        .latencyMicros((long) (Math.exp(random.nextGaussian() / 3 + usual) * 1000))
        .outputTokens(random.nextInt(10) + 2L * usual)
        .costNanoDollars(random.nextInt(1000))
        .scoreBillionths("q", random.nextLong(700_000_000L) + 100_000_000L * usual)
        .build();
  }
}
