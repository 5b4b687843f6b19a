package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All alerts of one rule by the words of the design: every group at every tick. */
final class NaiveRule {
  private final Map<AlertKey, NaiveLife> lives = new TreeMap<>();

  List<StateChange> tick(int rule, AlertRule says, long tick, Map<Group, NaiveLife.Look> looks) {
    List<StateChange> changes = new ArrayList<>();
    looks.forEach(
        (group, look) -> {
          AlertKey key = new AlertKey(0, group);
          tick(key.at(rule), life(key), tick, look, says, changes);
          boolean alone = look.truth() == null && says.noData() == NoData.ALERT;
          AlertKey noData = key.of(AlertKind.NO_DATA);
          NaiveLife.Look own = new NaiveLife.Look(alone, true, true);
          AlertRule plain = new AlertRule(says.forNanos(), 0, says.tickNanos());
          tick(noData.at(rule), life(noData), tick, own, plain, changes);
        });
    return changes;
  }

  private NaiveLife life(AlertKey key) {
    return lives.computeIfAbsent(key, each -> new NaiveLife());
  }

  private static void tick(
      AlertKey key,
      NaiveLife life,
      long tick,
      NaiveLife.Look look,
      AlertRule says,
      List<StateChange> changes) {
    AlertState before = life.state();
    life.tick(tick, look, says);
    if (life.state() != before) {
      changes.add(new StateChange(key, tick, life.activation(), before, life.state()));
    }
  }
}
