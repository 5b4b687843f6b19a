package dev.tocsin.alert;

import dev.tocsin.api.AlertReason;
import dev.tocsin.dsl.rulefile.NoData;
import dev.tocsin.plan.FlapPlan;
import dev.tocsin.plan.LifePlan;
import dev.tocsin.plan.RulePlan;
import java.util.List;
import java.util.Optional;

/**
 * What the lifecycle needs to know of a rule.
 *
 * @param forNanos how long a condition must be true before its alert fires
 * @param keepFiringForNanos how long an alert goes on firing after the condition stopped being true
 * @param tickNanos how often its condition is decided
 * @param noData what becomes of an alert while its condition is unknown
 * @param resolvesBy where an alert waits for {@code resolve_when}: the dimensions of that
 * @param forgets whether it waits only as long as its group is remembered
 * @param limit at most so many groups have an alert of their own, or {@link LifePlan#NO_LIMIT}
 * @param flapping when an alert counts as flapping, if it may
 */
public record AlertRule(
    long forNanos,
    long keepFiringForNanos,
    long tickNanos,
    NoData noData,
    Optional<List<String>> resolvesBy,
    boolean forgets,
    long limit,
    Optional<FlapPlan> flapping) {

  /** A rule with {@code for} and {@code keep_firing_for} alone. */
  public AlertRule(long forNanos, long keepFiringForNanos, long tickNanos) {
    this(
        forNanos,
        keepFiringForNanos,
        tickNanos,
        NoData.RESOLVE,
        Optional.empty(),
        false,
        LifePlan.NO_LIMIT,
        Optional.empty());
  }

  /** What it says of alerts for a reason: those that are no condition's end with their cause. */
  AlertRule of(AlertReason reason) {
    return reason == AlertReason.CONDITION ? this : new AlertRule(forNanos, 0, tickNanos);
  }

  /** Of a rule of the plan. */
  public static AlertRule of(RulePlan rule) {
    return new AlertRule(
        rule.forNanos(),
        rule.keepFiringForNanos(),
        rule.tickNanos(),
        rule.life().noData(),
        rule.life().resolves().map(formula -> rule.life().resolvesBy()),
        rule.forgets(),
        rule.life().limit(),
        rule.life().flapping());
  }
}
