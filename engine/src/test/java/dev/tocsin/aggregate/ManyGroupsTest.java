package dev.tocsin.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.event.CallBatch;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Groups come, are quiet, and are forgotten. */
class ManyGroupsTest {
  private static final long SECOND = 1_000_000_000L;
  private static final Plan PLAN =
      Rules.parse(
          "r.yaml",
          """
          rules:
            - {name: user, condition: count() by user over 10s > 1}
            - {name: all, condition: count() over 10s > 1}
          """);

  private final CallBatch batch = new CallBatch(SECOND);
  private final List<String> looks = new ArrayList<>();

  @Test
  void aTickLooksOnlyAtGroupsThatMayHaveChanged() {
    Aggregates aggregates = new Aggregates(PLAN, 100, batch);
    fold(aggregates, 100, "a");
    fold(aggregates, 100, "b");
    tick(aggregates, 101);
    assertThat(looks).containsExactlyInAnyOrder("{}", "{user=a}", "{user=b}");
    fold(aggregates, 101, "b");
    tick(aggregates, 102);
    assertThat(looks).containsExactlyInAnyOrder("{}", "{user=b}");
    tick(aggregates, 103);
    assertThat(looks).isEmpty();
    assertThat(aggregates.nextDue(103 * SECOND)).isEqualTo(111 * SECOND);
  }

  @Test
  void anEmptyGroupIsForgottenAndItsPlaceIsFree() {
    Aggregates aggregates = new Aggregates(PLAN, 1, batch);
    fold(aggregates, 100, "a");
    fold(aggregates, 100, "b");
    assertThat(aggregates.overflowed()).isEqualTo(1);
    tick(aggregates, 101);
    assertThat(read(aggregates, "a")).isEqualTo(new Value(1, 1));
    assertThat(read(aggregates, "b")).isEqualTo(Value.NO_DATA);
    tick(aggregates, 111);
    assertThat(read(aggregates, "a")).isEqualTo(Value.NO_DATA);
    fold(aggregates, 111, "b");
    tick(aggregates, 112);
    assertThat(read(aggregates, "b")).isEqualTo(new Value(1, 1));
    assertThat(aggregates.overflowed()).isEqualTo(1);
  }

  @Test
  void theTotalOfNothingIsZeroAndAGroupOfNothingHasNoData() {
    Aggregates aggregates = new Aggregates(PLAN, 100, batch);
    tick(aggregates, 1);
    assertThat(looks).containsExactly("{}");
    assertThat(aggregates.read(PLAN.readings().get(1), Group.ALL)).isEqualTo(new Value(0, 0));
    assertThat(read(aggregates, "a").value()).isNaN();
  }

  private static Value read(Aggregates aggregates, String user) {
    ReadingPlan byUser = PLAN.readings().get(0);
    return aggregates.read(byUser, new Group(byUser.dimensions(), List.of(user)));
  }

  private void fold(Aggregates aggregates, long second, String user) {
    batch.add(Call.atNanos(second * SECOND).user(user).build(), second * SECOND);
    aggregates.foldBatch();
    batch.clear();
  }

  private void tick(Aggregates aggregates, long second) {
    looks.clear();
    aggregates.tick(
        second * SECOND,
        (quantity, groups, slot, noted, value, samples) -> {
          looks.add(groups.group(slot).asMap().toString());
          return noted;
        });
  }
}
