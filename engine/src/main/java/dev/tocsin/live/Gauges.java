package dev.tocsin.live;

import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Plan;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The engine's numbers of itself, as far as the rules look at them. */
final class Gauges {
  private Gauges() {}

  static Map<EngineGauge, Long> of(EngineHealth health, Plan plan) {
    Map<EngineGauge, Long> values = new EnumMap<>(EngineGauge.class);
    plan.aggregates().stream()
        .map(aggregate -> aggregate.fold().what())
        .filter(FoldPlan.Gauge.class::isInstance)
        .map(what -> ((FoldPlan.Gauge) what).gauge())
        .filter(gauge -> health.store() != null || !gauge.isOfStore())
        .forEach(gauge -> values.put(gauge, read(gauge, health)));
    return values;
  }

  private static long read(EngineGauge gauge, EngineHealth health) {
    return switch (gauge) {
      case QUEUE_DEPTH -> health.queueDepth();
      case ACCEPTED -> health.accepted();
      case DROPPED -> health.dropped();
      case LATE -> health.late();
      case EARLY -> health.early();
      case DUPLICATES -> health.duplicates();
      case ORPHAN_SCORES -> health.orphanScores();
      case UNPRICED -> health.unpriced();
      case OVERFLOWED -> health.overflowed();
      case RULE_ERRORS -> health.ruleErrors();
      case UNFOLDED -> health.unfolded();
      case EVALUATOR_FAILURES -> health.evaluatorFailures();
      case EVALUATOR_DROPPED -> health.evaluatorDropped();
      case CHANNEL_FAILURES -> health.channelFailures();
      case CHANNEL_DROPPED -> health.channelDropped();
      case ACTION_FAILURES -> health.actionFailures();
      case LISTENER_FAILURES -> health.listenerFailures();
      case TICK_DURATION -> health.lastTickDuration().toNanos() / 1_000;
      case STORE_FREE_BYTES, STORE_INPUTS_LOST, STORE_FAILURES ->
          read(gauge, Objects.requireNonNull(health.store()));
    };
  }

  private static long read(EngineGauge gauge, StoreHealth store) {
    return switch (gauge) {
      case STORE_FREE_BYTES -> store.freeBytes();
      case STORE_INPUTS_LOST -> store.inputsLost();
      default -> store.failures();
    };
  }
}
