package dev.tocsin.replay;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Instants;
import dev.tocsin.api.NotificationDecision;
import dev.tocsin.api.Transition;
import dev.tocsin.core.AlertStanding;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.core.Engine;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.AlertFinding.Extreme;
import dev.tocsin.route.Outlined;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks how one alert stood at a time of a trace, by replaying the trace up to it. */
public final class AlertInquiry implements EngineWatch, ReplayListener {
  private static final long DAY_NANOS = Duration.ofDays(1).toNanos();

  private final RulePlan rule;
  private final Group group;
  private final Instant at;
  private final @Nullable Extreme[] extremes;
  private @Nullable Transition last;
  private List<NotificationDecision> decisions = List.of();
  private List<NotificationDecision> outlook = List.of();
  private @Nullable AlertStanding standing;

  private AlertInquiry(RulePlan rule, Group group, Instant at) {
    this.rule = rule;
    this.group = group;
    this.at = at;
    this.extremes = new Extreme[rule.comparisons().size()];
  }

  /**
   * Replays and finds out.
   *
   * @param replay of a plan with the rule, configured; not run yet, and its listener is replaced
   * @param group with the rule's dimensions
   * @throws TraceException when the trace cannot be read or has no event before the time
   */
  public static AlertFinding ask(Replay replay, RulePlan rule, Group group, Instant at) {
    AlertInquiry inquiry = new AlertInquiry(rule, group, at);
    ReplaySummary summary = replay.until(at).watch(inquiry).listener(inquiry).run();
    List<Optional<Extreme>> extremes = new ArrayList<>();
    for (Extreme extreme : inquiry.extremes) {
      extremes.add(Optional.ofNullable(extreme));
    }
    return new AlertFinding(
        rule.name(),
        group.asMap(),
        at,
        Objects.requireNonNull(summary.from()),
        Objects.requireNonNull(inquiry.standing),
        Optional.ofNullable(inquiry.last),
        extremes,
        inquiry.decisions,
        inquiry.outlook);
  }

  @Override
  public void transition(Transition transition) {
    if (transition.rule().equals(rule.name())
        && transition.reason() == AlertReason.CONDITION
        && transition.group().equals(group.asMap())) {
      last = transition;
    }
  }

  @Override
  public void ticked(Engine engine) {
    if (engine.lastTick() <= Instants.toNanos(at) - DAY_NANOS) {
      return;
    }
    List<ComparisonStanding> comparisons = engine.comparisons(rule, group);
    for (int i = 0; i < extremes.length; i++) {
      ComparisonStanding each = comparisons.get(i);
      Double value = each.reading().value();
      if (each.constant()
          && each.isKnown()
          && value != null
          && isBeyond(value, each, extremes[i])) {
        extremes[i] = new Extreme(value, Instants.ofNanos(engine.lastTick()));
      }
    }
  }

  private static boolean isBeyond(
      double value, ComparisonStanding comparison, @Nullable Extreme before) {
    if (before == null) {
      return true;
    }
    return isDown(comparison.reading()) ? value < before.value() : value > before.value();
  }

  /** Whether small values make it hold. */
  static boolean isDown(ComparedReading reading) {
    return reading.operator().startsWith("<");
  }

  @Override
  public void ended(Engine engine) {
    standing = engine.standing(rule, group);
    if (last != null) {
      decisions = engine.router().decisions(last.alertKey());
      outlook = engine.router().outlook(last.alertKey()).stream().map(Outlined::decision).toList();
    }
  }
}
