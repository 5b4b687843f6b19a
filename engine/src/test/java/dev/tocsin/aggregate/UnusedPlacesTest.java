package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.event.CallBatch;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Groups that are over the limit leave no places behind. */
class UnusedPlacesTest {
  private static final long SECOND = 1_000_000_000L;

  @ParameterizedTest
  @ValueSource(
      strings = {"count() by user over 2s > 1", "ks(*) by user over 2s vs previous 2s > 1"})
  void batchesOfUsersWhoNeverComeAgainTakeNoMemory(String condition) {
    Plan plan =
        Rules.parse("rules.yaml", "rules: [{name: a, condition: '%s'}]".formatted(condition));
    AggregatePlan aggregate = plan.aggregates().get(0);
    CallBatch batch = new CallBatch(SECOND);
    BatchFolds folds = new BatchFolds(batch);
    Grouping grouping = new Grouping(aggregate.fold(), folds.columns());
    AggregateStore store = new AggregateStore(aggregate, plan.readings(), grouping, 5);
    folds.add(aggregate.fold(), grouping, List.of(store));
    for (int second = 0; second < 200; second++) {
      for (int i = 0; i < 100; i++) {
        String user = "u" + second + "-" + i;
        batch.add(Call.atNanos(second * SECOND).user(user).latencyMicros(1).build());
      }
      folds.fold();
      batch.clear();
      store.tick((second + 1) * SECOND, (quantity, groups, slot, noted, value, samples) -> noted);
    }
    assertThat(store.groups()).hasSizeLessThanOrEqualTo(5);
    assertThat(grouping.table().capacity()).isLessThanOrEqualTo(512);
  }

  @Test
  void aGroupIsKeptWhereOnlyOneWindowHasRoom() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - {name: short, condition: count() by user over 2s > 1}
              - {name: long, condition: count() by user over 10s > 1}
            """);
    CallBatch batch = new CallBatch(SECOND);
    Aggregates aggregates = new Aggregates(plan, 1, batch);
    for (int second = 0; second < 5; second++) {
      batch.add(Call.atNanos(second * SECOND).user("u" + second).build());
      aggregates.foldBatch();
      batch.clear();
      aggregates.tick(
          (second + 1) * SECOND, (quantity, groups, slot, noted, value, samples) -> noted);
    }
    List<String> counts = new ArrayList<>();
    aggregates.forEach(
        (reading, group, value, samples) ->
            counts.add(reading.text() + " " + group.values() + " " + samples));
    assertThat(counts)
        .containsExactlyInAnyOrder(
            "count() by user over 2s [u3] 1",
            "count() by user over 2s [(overflow)] 1",
            "count() by user over 10s [u0] 1",
            "count() by user over 10s [(overflow)] 4");
  }
}
