package dev.tocsin.alert;

import dev.tocsin.api.AlertReason;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All alerts of one rule by the words of the design: every group at every tick. */
final class NaiveRule {
  private static final NaiveLife.Look FALSE = new NaiveLife.Look(false, true, true);

  private final Map<AlertKey, NaiveAlert> alerts = new TreeMap<>();

  List<StateChange> tick(int rule, AlertRule says, long tick, Map<Group, NaiveLife.Look> looks) {
    List<StateChange> changes = new ArrayList<>();
    List<Group> idle = new ArrayList<>();
    looks.forEach(
        (group, look) -> {
          AlertKey key = new AlertKey(0, group);
          if (alert(key).isActive()) {
            alert(key).tick(key.at(rule), tick, look, says, 0, changes);
          } else {
            idle.add(group);
          }
          boolean alone = look.truth() == null && says.noData() == NoData.ALERT;
          extra(key.of(AlertReason.NO_DATA), rule, says, tick, alone, 0, 0, changes);
        });
    List<Group> rest = begin(idle, rule, says, tick, looks, changes);
    int worst = rest.stream().map(looks::get).mapToInt(NaiveRule::level).max().orElse(0);
    extra(AlertKey.overflow(0), rule, says, tick, !rest.isEmpty(), worst, rest.size(), changes);
    changes.sort(Comparator.comparing(StateChange::key));
    return changes;
  }

  /** Gives the free places to those that are furthest beyond; returns who finds none. */
  private List<Group> begin(
      List<Group> idle,
      int rule,
      AlertRule says,
      long tick,
      Map<Group, NaiveLife.Look> looks,
      List<StateChange> changes) {
    List<Group> candidates =
        new ArrayList<>(
            idle.stream().filter(group -> looks.get(group).countsAsTrue(says)).toList());
    candidates.sort(
        Comparator.comparingDouble((Group group) -> -looks.get(group).value())
            .thenComparing(Comparator.naturalOrder()));
    long active =
        looks.keySet().stream().filter(group -> alert(new AlertKey(0, group)).isActive()).count();
    long free = Math.max(0, says.limit() - active);
    List<Group> rest =
        candidates.subList((int) Math.min(free, candidates.size()), candidates.size());
    for (Group group : idle) {
      AlertKey key = new AlertKey(0, group);
      NaiveLife.Look look = rest.contains(group) ? FALSE : looks.get(group);
      alert(key).tick(key.at(rule), tick, look, says, 0, changes);
    }
    return rest;
  }

  private static int level(NaiveLife.Look look) {
    return look.truth() == null ? 0 : look.level();
  }

  /** An alert that has no more than {@code for}. */
  private void extra(
      AlertKey key,
      int rule,
      AlertRule says,
      long tick,
      boolean truth,
      int level,
      long rest,
      List<StateChange> changes) {
    AlertRule plain = new AlertRule(says.forNanos(), 0, says.tickNanos());
    NaiveLife.Look look = new NaiveLife.Look(truth, true, true, level, 0);
    alert(key).tick(key.at(rule), tick, look, plain, rest, changes);
  }

  private NaiveAlert alert(AlertKey key) {
    return alerts.computeIfAbsent(key, each -> new NaiveAlert());
  }
}
