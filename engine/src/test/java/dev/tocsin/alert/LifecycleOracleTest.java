package dev.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.plan.FlapPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.LifePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The lifecycle on random histories of truth, unknown, missed ticks, reloads and restarts against
 * one that looks at everything at every tick. {@code -Dtocsin.lifecycle.histories=10000000} sets
 * how many, {@code -Dtocsin.lifecycle.seed=} where they begin.
 */
class LifecycleOracleTest {
  private static final long HISTORIES = Long.getLong("tocsin.lifecycle.histories", 200_000);
  private static final long SEED = Long.getLong("tocsin.lifecycle.seed", 0);
  private static final int LONGEST = 24;
  private static final List<NoData> NO_DATA = List.of(NoData.values());
  private static final List<String> USER = List.of("user");

  @Test
  void livesAsTheWordsOfTheDesignTell() {
    for (long history = SEED; history < SEED + HISTORIES; history++) {
      play(history);
    }
  }

  private static void play(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long every = random.nextInt(4) == 0 ? 2 : 1;
    List<String> dimensions = random.nextInt(4) == 0 ? List.of() : USER;
    List<Group> groups = groups(dimensions, random);
    LifecycleRun run = new LifecycleRun(rule(random, every, dimensions));
    NaiveRule naive = new NaiveRule();
    List<String> told = new ArrayList<>();
    Map<Group, NaiveLife.Look> looks = new TreeMap<>();
    long tick = 0;
    for (int i = random.nextInt(LONGEST); i >= 0; i--) {
      tick += 1 + (random.nextInt(3) == 0 ? random.nextInt(4) : 0);
      int operation = random.nextInt(20);
      if (operation == 0) {
        run.restart();
        told.add("restart");
      } else if (operation == 1) {
        run.reload(rule(random, every, dimensions), random.nextInt(2));
        told.add("reload " + run.says());
      }
      if (tick % every == 0) {
        boolean narrow = run.says().resolvesBy().filter(List::isEmpty).isPresent();
        look(looks, groups, narrow, random);
      }
      List<StateChange> changes = run.tick(tick, looks);
      List<StateChange> expected =
          tick % every == 0 ? naive.tick(run.place(), run.says(), tick, looks) : List.of();
      told.add(tick + " " + looks);
      if (!changes.equals(expected)) {
        assertThat(changes)
            .as("seed %d, %s%n%s", seed, run.says(), String.join("\n", told))
            .isEqualTo(expected);
      }
    }
  }

  private static List<Group> groups(List<String> dimensions, SplittableRandom random) {
    if (dimensions.isEmpty()) {
      return List.of(Group.ALL);
    }
    return List.of("ann", "bob", "cyd").subList(0, 1 + random.nextInt(3)).stream()
        .map(user -> new Group(USER, List.of(user)))
        .toList();
  }

  /** Most groups stay as they were. */
  private static void look(
      Map<Group, NaiveLife.Look> looks,
      List<Group> groups,
      boolean narrow,
      SplittableRandom random) {
    boolean allResolve = random.nextBoolean();
    for (Group group : groups) {
      boolean resolves = narrow ? allResolve : random.nextBoolean();
      NaiveLife.Look before = looks.get(group);
      if (before == null || random.nextInt(2) == 0) {
        int truth = random.nextInt(5);
        boolean unknown = truth == 4;
        looks.put(
            group,
            new NaiveLife.Look(
                unknown ? null : truth < 2,
                resolves,
                unknown || random.nextInt(4) > 0,
                random.nextInt(3),
                random.nextInt(3)));
      } else {
        looks.put(
            group,
            new NaiveLife.Look(
                before.truth(), resolves, before.remembered(), before.level(), before.value()));
      }
    }
  }

  private static AlertRule rule(SplittableRandom random, long every, List<String> dimensions) {
    boolean resolves = random.nextInt(3) == 0;
    boolean narrow = random.nextBoolean();
    return new AlertRule(
        random.nextBoolean() ? 0 : random.nextInt(7),
        random.nextBoolean() ? 0 : random.nextInt(7),
        every,
        NO_DATA.get(random.nextInt(NO_DATA.size())),
        resolves ? Optional.of(narrow ? List.of() : dimensions) : Optional.empty(),
        resolves && !dimensions.isEmpty(),
        random.nextInt(3) == 0 ? random.nextInt(3) : LifePlan.NO_LIMIT,
        random.nextInt(4) == 0
            ? Optional.of(new FlapPlan(2 + random.nextInt(2), 2 + random.nextInt(10)))
            : Optional.empty());
  }
}
