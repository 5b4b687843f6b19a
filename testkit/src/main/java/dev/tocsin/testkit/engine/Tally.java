package dev.tocsin.testkit.engine;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Call;
import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Event;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import dev.tocsin.replay.CostTotals;
import dev.tocsin.replay.Firings;
import dev.tocsin.replay.ReplaySummary;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what was recorded. Thread-safe. */
final class Tally {
  private final PriceList prices = PriceList.builtIn();
  private final CostTotals costs = new CostTotals();
  private @Nullable Instant first;
  private @Nullable Instant last;

  synchronized void add(Event event) {
    Instant time = event.time();
    first = first == null || time.isBefore(first) ? time : first;
    last = last == null || time.isAfter(last) ? time : last;
    if (event instanceof Call call) {
      costs.add(call, prices.costNanoDollars(call));
    }
  }

  synchronized ReplaySummary summary(Plan plan, Tocsin tocsin, List<Transition> transitions) {
    EngineHealth health = tocsin.health();
    Firings firings = new Firings(plan);
    transitions.forEach(firings::add);
    return new ReplaySummary(
        health.accepted(),
        costs.calls(),
        0,
        health.late() + health.early(),
        health.duplicates(),
        health.orphanScores(),
        first,
        last,
        costs.dollars(),
        health.unpriced(),
        health.evaluatorFailures(),
        costs.models(),
        firings.byRule(),
        tocsin.rulesWithoutData(),
        firings.still(),
        Duration.ZERO,
        "recorded",
        Map.of());
  }
}
