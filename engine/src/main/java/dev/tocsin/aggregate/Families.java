package dev.tocsin.aggregate;

import dev.tocsin.event.Field;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.window.WindowShape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The families of a plan. */
final class Families {
  private final List<Family> all = new ArrayList<>();

  private record FoldKey(FoldPlan common, Field field) {}

  private record Key(FoldKey fold, WindowShape window, long tickNanos) {}

  /**
   * Makes the members families, and has them folded.
   *
   * @param members in the order of the plan; each with its fold
   */
  Families(Map<Member, KeyedFold> members, BatchFolds batches, int maxGroups) {
    Map<Key, List<Member>> byKey = new LinkedHashMap<>();
    members.forEach(
        (member, keyed) ->
            byKey
                .computeIfAbsent(
                    new Key(
                        new FoldKey(keyed.common(), keyed.field()),
                        member.plan().window(),
                        member.plan().tickNanos()),
                    key -> new ArrayList<>())
                .add(member));
    Map<FoldKey, List<Family>> byFold = new LinkedHashMap<>();
    byKey.forEach(
        (key, some) -> {
          FoldKey fold = key.fold();
          Family family = new Family(fold.common(), some, batches.keys(fold.field()), maxGroups);
          all.add(family);
          byFold.computeIfAbsent(fold, each -> new ArrayList<>()).add(family);
        });
    byFold.forEach((fold, some) -> batches.add(fold.common(), fold.field(), some));
  }

  List<Family> all() {
    return all;
  }

  /**
   * Takes over members of other families.
   *
   * @param theirs by ours
   */
  static void adopt(Map<Member, Member> theirs) {
    Map<Family, Map<Family, Map<Member, Member>>> pairs = new LinkedHashMap<>();
    theirs.forEach(
        (mine, old) ->
            pairs
                .computeIfAbsent(mine.family(), family -> new LinkedHashMap<>())
                .computeIfAbsent(old.family(), family -> new LinkedHashMap<>())
                .put(mine, old));
    pairs.forEach(
        (mine, olds) -> {
          long tick = olds.keySet().stream().mapToLong(Family::lastTick).max().orElse(0);
          olds.forEach(
              (old, members) -> {
                old.moveTo(tick);
                mine.adopt(old, members);
              });
        });
  }
}
