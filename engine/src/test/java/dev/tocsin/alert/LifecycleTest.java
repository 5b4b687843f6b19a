package dev.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.AlertState;
import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;

/** Random histories with missed ticks against the lives told from the whole history. */
class LifecycleTest {
  private static final AlertKey KEY = new AlertKey(0, Group.ALL);
  private static final AlertKey OTHER = new AlertKey(1, Group.ALL);

  /** A tick, so much later than the one before, at which the condition is true or not. */
  record Moment(long gap, boolean truth, boolean otherTruth) {}

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void livesAsTheWholeHistoryTells(
      @ForAll("rules") AlertRule rule,
      @ForAll("rules") AlertRule other,
      @ForAll("histories") List<Moment> history) {
    Lifecycle lifecycle = new Lifecycle(List.of(rule, other));
    List<Long> ticks = new ArrayList<>();
    List<StateChange> changes = new ArrayList<>();
    long now = 0;
    for (Moment moment : history) {
      now += moment.gap();
      ticks.add(now);
      changes.addAll(lifecycle.step(now, truths(moment)));
    }
    assertThat(of(changes, KEY))
        .isEqualTo(new Lives(ticks, history.stream().map(Moment::truth).toList(), rule).changes());
    assertThat(of(changes, OTHER))
        .isEqualTo(
            new Lives(ticks, history.stream().map(Moment::otherTruth).toList(), other).changes());
  }

  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void nothingChangesBeforeItIsDue(
      @ForAll("rules") AlertRule rule, @ForAll @Size(max = 30) List<Boolean> history) {
    Lifecycle everyTick = new Lifecycle(List.of(rule));
    Lifecycle whenDue = new Lifecycle(List.of(rule));
    boolean before = false;
    for (int tick = 0; tick < history.size(); tick++) {
      boolean truth = history.get(tick);
      Set<AlertKey> truths = truth ? Set.of(KEY) : Set.of();
      List<StateChange> expected = everyTick.step(tick, truths);
      List<StateChange> changes =
          truth != before || whenDue.nextDue() <= tick ? whenDue.step(tick, truths) : List.of();
      assertThat(changes).isEqualTo(expected);
      before = truth;
    }
  }

  /** Left out are ticks at which nothing is decided otherwise. */
  @Property(tries = 1500, edgeCases = EdgeCasesMode.NONE)
  void fewerTicksFireNoEarlier(
      @ForAll("rules") AlertRule rule,
      @ForAll("histories") List<Moment> history,
      @ForAll Random random) {
    Lifecycle all = new Lifecycle(List.of(rule));
    Lifecycle fewer = new Lifecycle(List.of(rule));
    List<Long> firings = new ArrayList<>();
    List<Long> later = new ArrayList<>();
    long now = 0;
    boolean before = false;
    for (Moment moment : history) {
      now += moment.gap();
      Set<AlertKey> truths = moment.truth() ? Set.of(KEY) : Set.of();
      firings(all.step(now, truths), firings);
      if (moment.truth() != before || random.nextBoolean()) {
        firings(fewer.step(now, truths), later);
      }
      before = moment.truth();
    }
    assertThat(later).hasSizeLessThanOrEqualTo(firings.size());
    for (int i = 0; i < later.size(); i++) {
      assertThat(later.get(i)).isGreaterThanOrEqualTo(firings.get(i));
    }
  }

  private static void firings(List<StateChange> changes, List<Long> ticks) {
    changes.stream()
        .filter(change -> change.to() == AlertState.FIRING)
        .forEach(change -> ticks.add(change.tick()));
  }

  private static Set<AlertKey> truths(Moment moment) {
    return moment.truth()
        ? moment.otherTruth() ? Set.of(KEY, OTHER) : Set.of(KEY)
        : moment.otherTruth() ? Set.of(OTHER) : Set.of();
  }

  private static List<Lives.Change> of(List<StateChange> changes, AlertKey key) {
    return changes.stream()
        .filter(change -> change.key().equals(key))
        .map(c -> new Lives.Change(c.tick(), c.activation(), c.from(), c.to()))
        .toList();
  }

  @Provide
  Arbitrary<AlertRule> rules() {
    Arbitrary<Long> durations = Arbitraries.longs().between(0, 7);
    return Combinators.combine(durations, durations)
        .as((wait, keep) -> new AlertRule(wait, keep, 1));
  }

  @Provide
  Arbitrary<List<Moment>> histories() {
    return Combinators.combine(
            Arbitraries.longs().between(1, 4),
            Arbitraries.of(true, true, false),
            Arbitraries.of(true, false))
        .as(Moment::new)
        .list()
        .ofMaxSize(40);
  }
}
