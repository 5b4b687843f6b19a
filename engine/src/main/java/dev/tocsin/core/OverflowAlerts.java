package dev.tocsin.core;

import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.alert.AlertRule;
import dev.tocsin.alert.Lifecycle;
import dev.tocsin.alert.StateChange;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.match.Breach;
import dev.tocsin.match.Decision;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.OverflowAlert;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingLabels;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.RulePlan;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The built-in alert on aggregates with more groups than they may have: it fires at the tick at
 * which numbers lie in the group of what is too much, and resolves at that at which its windows are
 * empty. One alert for each aggregate. Costs nothing while there is no such group.
 */
final class OverflowAlerts {
  private static final List<String> DIMENSIONS = List.of("aggregate");
  private static final String TERM = "events in " + Group.OVERFLOW;

  private final Plan plan;
  private final Aggregates aggregates;

  /** Its rules are the aggregates, by their ids. */
  private final Lifecycle lifecycle;

  private @Nullable ReadingLabels names;

  OverflowAlerts(Plan plan, Aggregates aggregates) {
    this.plan = plan;
    this.aggregates = aggregates;
    this.lifecycle =
        new Lifecycle(
            plan.aggregates().stream()
                .map(aggregate -> new AlertRule(0, 0, aggregate.tickNanos()))
                .toList());
  }

  /** As {@link Lifecycle#nextDue}. */
  long nextDue() {
    return lifecycle.nextDue();
  }

  /** What changed at a tick; after the aggregates were moved to it. */
  List<Transition> step(long tick) {
    BitSet changed = aggregates.takeOverflowChanged();
    if (plan.overflow().isEmpty() || (changed.isEmpty() && lifecycle.nextDue() > tick)) {
      return List.of();
    }
    List<Breach> began = new ArrayList<>();
    List<Breach> ended = new ArrayList<>();
    changed.stream().forEach(id -> (aggregates.isOverflowing(id) ? began : ended).add(breach(id)));
    return lifecycle.step(tick, new Decision(began, ended), key -> 0).stream()
        .map(this::transition)
        .toList();
  }

  /** The alerts that live, by aggregate. */
  List<Alert> alerts() {
    return lifecycle.living().stream().map(this::alert).toList();
  }

  /**
   * Takes over the alerts of another plan.
   *
   * @return those that end because nothing is folded so any more, or a rule takes their place
   */
  List<Transition> adopt(OverflowAlerts old, long tick) {
    int[] here =
        old.plan.aggregates().stream().mapToInt(aggregate -> same(aggregate).orElse(-1)).toArray();
    List<StateChange> gone = lifecycle.adopt(old.lifecycle, id -> here[id], tick);
    return gone.stream().map(old::transition).toList();
  }

  private Optional<Integer> same(AggregatePlan old) {
    return plan.overflow().isEmpty()
        ? Optional.empty()
        : plan.aggregates().stream()
            .filter(each -> each.fold().equals(old.fold()))
            .filter(each -> each.window().equals(old.window()))
            .filter(each -> each.tickNanos() == old.tickNanos())
            .map(AggregatePlan::id)
            .findFirst();
  }

  void writeTo(DataOutput out) throws IOException {
    lifecycle.writeTo(out);
  }

  void readFrom(DataInput in, long lastTick) throws IOException {
    lifecycle.readFrom(in, lastTick);
  }

  private Breach breach(int aggregate) {
    return new Breach(aggregate, new Group(DIMENSIONS, List.of(name(aggregate))));
  }

  private String name(int aggregate) {
    names = names == null ? new ReadingLabels(plan) : names;
    return names.of(readings(aggregate).get(0));
  }

  private List<ReadingPlan> readings(int aggregate) {
    return plan.readings().stream().filter(each -> each.aggregate().id() == aggregate).toList();
  }

  private Alert alert(StateChange living) {
    return new Alert(
        OverflowAlert.NAME,
        living.key().group().asMap(),
        living.to(),
        Instants.ofNanos(living.activation()),
        Severity.WARNING,
        plan.overflow().orElseThrow().labels(),
        annotations(living.key().rule()),
        AlertReason.CONDITION,
        false);
  }

  private Transition transition(StateChange change) {
    OverflowAlert alert = plan.overflow().orElseThrow();
    int aggregate = change.key().rule();
    long samples = aggregates.overflowSamples(aggregate);
    ComparedReading reading =
        new ComparedReading(TERM, ">", (double) samples, 0.0, samples, Unit.COUNT);
    return new Transition(
        Instants.ofNanos(change.tick()),
        OverflowAlert.NAME,
        change.key().group().asMap(),
        Instants.ofNanos(change.activation()),
        change.from(),
        change.to(),
        reading,
        List.of(reading),
        Severity.WARNING,
        alert.channels().isEmpty() ? channelsOfReaders(aggregate) : alert.channels(),
        alert.labels(),
        annotations(aggregate));
  }

  private Map<String, String> annotations(int aggregate) {
    return Map.of(
        "description",
        ("%s has more than %s groups. What is over is in the group %s, which no rule is"
                + " compared with. Rules that read it: %s.")
            .formatted(
                name(aggregate),
                aggregates.maxGroups(),
                Group.OVERFLOW,
                String.join(", ", readers(aggregate).stream().map(RulePlan::name).toList())));
  }

  private List<String> channelsOfReaders(int aggregate) {
    return readers(aggregate).stream()
        .flatMap(rule -> rule.channels().stream())
        .distinct()
        .toList();
  }

  private List<RulePlan> readers(int aggregate) {
    return plan.rules().stream()
        .filter(
            rule ->
                rule.comparisons().stream()
                    .flatMap(comparison -> comparison.crossing().reading().readings().stream())
                    .anyMatch(reading -> reading.aggregate().id() == aggregate))
        .toList();
  }
}
