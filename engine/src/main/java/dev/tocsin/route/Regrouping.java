package dev.tocsin.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Groups when other rules take over: what was told stays known. */
final class Regrouping {
  private Regrouping() {}

  /** Gives a group the receivers that its route has now, with what their channels were told. */
  static void of(NotificationGroup group, Placement placement) {
    if (placement.routes().containsKey(group.id.route())) {
      group.route = Objects.requireNonNull(placement.routes().get(group.id.route()));
      Receiver first =
          placement.receiver(group.id.receiver()).orElse(group.targets.get(0).receiver());
      group.targets = joined(placement.targets(group.route, first), group.targets);
    } else {
      group.targets = group.targets.stream().map(Target::retired).toList();
    }
  }

  private static List<Target> joined(List<Target> now, List<Target> before) {
    List<Target> all = new ArrayList<>(now);
    for (Target old : before) {
      Target same = now.stream().filter(old::isSameAs).findFirst().orElse(null);
      if (same != null) {
        same.records().putAll(old.records());
      } else {
        all.add(old.retired());
      }
    }
    return List.copyOf(all);
  }
}
