package dev.tocsin.live;

import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.core.EngineCounters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts together what the parts of a live engine say of themselves. */
record Vitals(
    Intake intake,
    Arrivals arrivals,
    Ticks ticks,
    Evaluations evaluations,
    Deliveries deliveries,
    Listeners listeners) {

  /** What an engine has counted, taken under its lock. */
  record Counted(EngineCounters counters, List<String> rulesInError, @Nullable StoreHealth store) {}

  /**
   * How the engine fares.
   *
   * @param otherErrors those that none of the parts has counted
   */
  EngineHealth health(Counted counted, long otherErrors) {
    EngineCounters counters = counted.counters();
    return new EngineHealth(
        intake.size(),
        intake.capacity(),
        counters.accepted(),
        intake.dropped(),
        counters.late(),
        arrivals.early(),
        counters.duplicates(),
        counters.orphanScores(),
        counters.unpriced(),
        counters.overflowed(),
        otherErrors + ticks.errors() + arrivals.errors() + counters.ruleErrors(),
        counters.unfolded(),
        evaluations.failures(),
        evaluations.dropped(),
        deliveries.channelFailures(),
        deliveries.channelDropped(),
        deliveries.actionFailures(),
        listeners.failures(),
        ticks.lastDuration(),
        ticks.last(),
        counted.rulesInError(),
        counted.store());
  }
}
