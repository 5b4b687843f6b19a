package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Status;
import dev.tocsin.event.CallBatch;
import dev.tocsin.event.PricedCall;
import dev.tocsin.event.Truth;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Calls that are led to folds by what their fields say, against the predicates call by call. */
class RoutedFoldsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final List<String> LEAVES =
      List.of(
          "model == \"m1\"",
          "model == \"m2\"",
          "model in (\"m1\", \"m3\")",
          "model in (\"m1\", \"m2\", \"m3\")",
          "model != \"m1\"",
          "user == \"u1\"",
          "user in (\"u1\", \"u2\")",
          "user == \"nobody\"",
          "status == \"ok\"",
          "status in (\"error\", \"timeout\")",
          "cache_hit",
          "latency > 0.05",
          "output_tokens < 6");

  private static final List<Status> STATUSES = List.of(Status.values());

  private static final List<String> FUNCTIONS =
      List.of("count()", "sum(cost)", "ratio(status == \"ok\")", "max(latency)", "distinct(user)");

  @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
  void everyFoldTakesTheCallsForWhichItsPredicateIsTrue(
      @ForAll("plans") Plan plan, @ForAll Random random) {
    CallBatch batch = new CallBatch(SECOND);
    Aggregates aggregates = new Aggregates(plan, 1000, batch);
    List<PricedCall> calls = new ArrayList<>();
    for (int batches = 1 + random.nextInt(4); batches > 0; batches--) {
      for (int left = random.nextInt(40); left > 0; left--) {
        PricedCall call = call(random);
        calls.add(call);
        batch.costs()[batch.size()] = call.costNanoDollars();
        batch.add(call.call());
      }
      aggregates.foldBatch();
      batch.clear();
    }
    aggregates.tick(SECOND, (quantity, groups, slot, noted, value, samples) -> noted);
    for (ReadingPlan reading : plan.readings()) {
      for (String user : List.of("u1", "u2", "u3", Group.NONE)) {
        List<String> dimensions = reading.dimensions();
        Group group = dimensions.isEmpty() ? Group.ALL : new Group(dimensions, List.of(user));
        List<PricedCall> taken =
            calls.stream().filter(call -> isIn(group, call) && passes(reading, call)).toList();
        Value value = aggregates.read(reading, group);
        assertThat(value.samples()).as("%s of %s", reading.text(), group).isEqualTo(taken.size());
        if (reading.text().startsWith("sum(cost)") && !taken.isEmpty()) {
          assertThat(value.value())
              .isEqualTo((double) taken.stream().mapToLong(PricedCall::costNanoDollars).sum());
        }
      }
    }
  }

  private static boolean isIn(Group group, PricedCall call) {
    String user = call.call().user();
    return group.values().isEmpty()
        || group.values().get(0).equals(user == null ? Group.NONE : user);
  }

  /** Whether its predicate is true of the call, and the call has what the function takes. */
  private static boolean passes(ReadingPlan reading, PricedCall call) {
    FoldPlan fold = reading.aggregate().fold();
    return fold.where().map(where -> where.test(call) == Truth.TRUE).orElse(true)
        && !(reading.text().startsWith("distinct") && call.call().user() == null);
  }

  private static PricedCall call(Random random) {
    Call call =
        Call.atNanos(random.nextLong(SECOND))
            .model(random.nextInt(8) == 0 ? null : "m" + (1 + random.nextInt(4)))
            .user(random.nextInt(8) == 0 ? null : "u" + (1 + random.nextInt(3)))
            .status(STATUSES.get(random.nextInt(3)))
            .cacheHit(random.nextInt(8) == 0 ? null : random.nextBoolean())
            .latencyMicros(random.nextInt(100))
            .outputTokens(random.nextInt(12))
            .build();
    return new PricedCall(call, random.nextInt(1000));
  }

  /** Many folds, so that they share columns, selections and routes. */
  @Provide
  Arbitrary<Plan> plans() {
    return Arbitraries.randomValue(
        random -> {
          StringBuilder rules = new StringBuilder("rules:\n");
          for (int i = 0; i < 25; i++) {
            rules.append(
                "  - {name: r%d, condition: '%s where (%s)%s over 1m > 1'}%n"
                    .formatted(
                        i,
                        FUNCTIONS.get(random.nextInt(FUNCTIONS.size())),
                        where(2, random),
                        random.nextBoolean() ? " by user" : ""));
          }
          return Rules.parse("rules.yaml", rules.toString());
        });
  }

  private static String where(int depth, Random random) {
    if (depth == 0 || random.nextInt(4) == 0) {
      return LEAVES.get(random.nextInt(LEAVES.size()));
    }
    return switch (random.nextInt(6)) {
      case 0 -> "not (" + where(depth - 1, random) + ")";
      case 1 -> "(" + where(depth - 1, random) + ") or (" + where(depth - 1, random) + ")";
      default -> "(" + where(depth - 1, random) + ") and (" + where(depth - 1, random) + ")";
    };
  }
}
