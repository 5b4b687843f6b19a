package dev.tocsin.route;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.routing.RoutePlan;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/** How many alerts each route has told by itself in the period of now. */
final class Budgets {
  private final Map<String, Spent> byRoute = new TreeMap<>();

  private record Spent(long period, int alerts) {}

  /** Takes one of a route's budget; false when nothing is left of it. */
  boolean take(RoutePlan route, long now) {
    if (route.budget().isEmpty()) {
      return true;
    }
    RoutePlan.Budget budget = route.budget().get();
    long period = Math.floorDiv(now, budget.perNanos());
    Spent spent = byRoute.get(route.path());
    int before = spent == null || spent.period != period ? 0 : spent.alerts;
    if (before >= budget.alerts()) {
      return false;
    }
    byRoute.put(route.path(), new Spent(period, before + 1));
    return true;
  }

  /** Takes over what was spent. */
  void adopt(Budgets old) {
    byRoute.putAll(old.byRoute);
  }

  void writeTo(ByteOutput out) {
    out.varint(byRoute.size());
    byRoute.forEach(
        (route, spent) -> {
          out.text(route);
          out.writeLong(spent.period);
          out.writeInt(spent.alerts);
        });
  }

  void readFrom(ByteInput in) throws IOException {
    for (long left = in.varint(); left > 0; left--) {
      byRoute.put(in.text(), new Spent(in.readLong(), in.readInt()));
    }
  }
}
