package dev.tocsin.core;

import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.alert.AlertKey;
import dev.tocsin.alert.AlertRule;
import dev.tocsin.alert.Lifecycle;
import dev.tocsin.alert.StateChange;
import dev.tocsin.api.Alert;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Reading;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.event.CallBatch;
import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.Gate;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.sample.EvidenceSearch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A plan with everything that lives and dies with it. */
record RunningPlan(
    Plan plan,
    ConditionMatcher matcher,
    Aggregates aggregates,
    Gate gate,
    Lifecycle lifecycle,
    TransitionReport report,
    OverflowAlerts overflow,
    Set<String> attributesRead) {
  private static final int STATE_BYTES = 1 << 16;

  RunningPlan(
      Plan plan, ConditionMatcher matcher, int maxGroups, CallBatch batch, EvidenceSearch search) {
    this(plan, matcher, new Aggregates(plan, maxGroups, batch), search);
  }

  private RunningPlan(
      Plan plan, ConditionMatcher matcher, Aggregates aggregates, EvidenceSearch search) {
    this(
        plan,
        matcher,
        aggregates,
        new Gate(plan, matcher),
        new Lifecycle(plan.rules().stream().map(AlertRule::of).toList()),
        new TransitionReport(plan, aggregates, search),
        new OverflowAlerts(plan, aggregates),
        plan.attributesRead());
  }

  /**
   * Takes over folds and alerts from another plan; rules are the same when their names are.
   *
   * @return the alerts that end because their rule is gone
   */
  List<StateChange> adopt(RunningPlan old, long tick) {
    Map<String, Integer> places = new HashMap<>();
    plan.rules().forEach(rule -> places.put(rule.name(), rule.index()));
    IntUnaryOperator newRule =
        rule -> {
          RulePlan before = old.plan.rules().get(rule);
          int place = places.getOrDefault(before.name(), -1);
          return place >= 0 && plan.rules().get(place).dimensions().equals(before.dimensions())
              ? place
              : -1;
        };
    aggregates.adopt(old.aggregates);
    report.adopt(old.report, newRule);
    return lifecycle.adopt(old.lifecycle, newRule, tick);
  }

  /**
   * Takes over everything of an equal plan but some groups, whose alerts must be forgotten there.
   * Which comparisons hold is found out anew in the next tick.
   */
  void adoptWithout(RunningPlan old, Predicate<Group> gone, long tick) throws IOException {
    ByteOutput state = new ByteOutput(STATE_BYTES);
    old.aggregates.writeTo(state, gone.negate());
    aggregates.readFrom(new ByteInput(state.array(), state.size()));
    old.report.erase(gone);
    report.adopt(old.report, rule -> rule);
    lifecycle.adopt(old.lifecycle, rule -> rule, tick);
    overflow.adopt(old.overflow, tick);
  }

  void writeTo(DataOutput out) throws IOException {
    aggregates.writeTo(out);
    lifecycle.writeTo(out);
    report.writeTo(out);
    overflow.writeTo(out);
  }

  /** Which comparisons hold is not written: the next tick looks at every group and finds out. */
  void readFrom(DataInput in, long lastTick) throws IOException {
    aggregates.readFrom(in);
    lifecycle.readFrom(in, lastTick);
    report.readFrom(in);
    overflow.readFrom(in, lastTick);
  }

  List<Alert> alerts(long lastTick) {
    return Stream.concat(
            lifecycle.living().stream().map(living -> report.alert(living, lastTick)),
            overflow.alerts().stream())
        .toList();
  }

  /** How an alert of a condition stands as of the last tick. */
  AlertStanding standing(RulePlan rule, Group group, long lastTick) {
    AlertKey key = new AlertKey(rule.index(), group);
    long due = lifecycle.due(key);
    return new AlertStanding(
        lifecycle.living().stream()
            .filter(living -> living.key().equals(key))
            .map(living -> report.alert(living, lastTick))
            .findFirst(),
        report.comparisons(key),
        report.evidence(key, lastTick),
        due == Lifecycle.NEVER ? Optional.empty() : Optional.of(Instants.ofNanos(due)));
  }

  /** Rules of which no term has ever seen data, in the order of the file. */
  List<String> rulesWithoutData() {
    return plan.rules().stream()
        .filter(
            rule ->
                rule.comparisons().stream()
                    .flatMap(c -> c.crossing().reading().readings().stream())
                    .noneMatch(aggregates::hasSeen))
        .map(RulePlan::name)
        .toList();
  }

  List<Reading> readings() {
    List<Reading> all = new ArrayList<>();
    aggregates.forEach(
        (reading, group, value, samples) -> {
          if (!(reading.statistic() instanceof Statistic.Remembered)) {
            all.add(
                new Reading(
                    reading.text(),
                    group.asMap(),
                    Double.isNaN(value) ? null : value / reading.scale(),
                    samples,
                    reading.unit(),
                    Instants.ofNanos(aggregates.since(reading))));
          }
        });
    return all;
  }
}
