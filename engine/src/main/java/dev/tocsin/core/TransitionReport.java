package dev.tocsin.core;

import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.aggregate.Value;
import dev.tocsin.alert.AlertKey;
import dev.tocsin.alert.StateChange;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.RuleComparison;
import dev.tocsin.plan.RuleComparison.Sides;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.template.AlertFacts;
import dev.tocsin.template.AlertTexts;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.IntUnaryOperator;

/**
 * Tells a change of state in the terms of the rule, with values read from the aggregates at the
 * tick of the change.
 */
final class TransitionReport {
  private final Plan plan;
  private final Aggregates aggregates;
  private final Map<AlertKey, Integer> decisiveByAlert = new HashMap<>();

  TransitionReport(Plan plan, Aggregates aggregates) {
    this.plan = plan;
    this.aggregates = aggregates;
  }

  /** Takes over which comparison held for the alerts of another report. */
  void adopt(TransitionReport other, IntUnaryOperator newRule) {
    other.decisiveByAlert.forEach(
        (key, comparison) -> {
          int rule = newRule.applyAsInt(key.rule());
          if (rule >= 0 && comparison < plan.rules().get(rule).comparisons().size()) {
            decisiveByAlert.put(key.at(rule), comparison);
          }
        });
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(decisiveByAlert.size());
    for (AlertKey key : new TreeSet<>(decisiveByAlert.keySet())) {
      key.writeTo(out);
      out.writeInt(Objects.requireNonNull(decisiveByAlert.get(key)));
    }
  }

  void readFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      decisiveByAlert.put(AlertKey.read(in), in.readInt());
    }
  }

  Transition of(StateChange change) {
    RulePlan rule = rule(change);
    Readings readings = readings(change);
    ComparedReading decisive = readings.all().get(decisive(change, readings.firstThatHolds()));
    AlertTexts texts = texts(change, change.tick(), decisive);
    return new Transition(
        Instants.ofNanos(change.tick()),
        rule.name(),
        change.key().group().asMap(),
        Instants.ofNanos(change.activation()),
        change.from(),
        change.to(),
        decisive,
        readings.all(),
        rule.severity(),
        rule.channels(),
        texts.labels(),
        texts.annotations());
  }

  /** An alert that lives, with its texts as they read at the last tick. */
  Alert alert(StateChange living, long lastTick) {
    RulePlan rule = rule(living);
    int decisive = decisiveByAlert.getOrDefault(living.key(), 0);
    AlertTexts texts = texts(living, lastTick, readings(living).all().get(decisive));
    return new Alert(
        rule.name(),
        living.key().group().asMap(),
        living.to(),
        Instants.ofNanos(living.activation()),
        rule.severity(),
        texts.labels(),
        texts.annotations());
  }

  private RulePlan rule(StateChange change) {
    return plan.rules().get(change.key().rule());
  }

  private AlertTexts texts(StateChange change, long tick, ComparedReading decisive) {
    RulePlan rule = rule(change);
    AlertTexts texts =
        AlertTexts.of(
            rule.labels(),
            rule.annotations(),
            new AlertFacts(
                rule.name(),
                rule.severity(),
                change.key().group().asMap(),
                Instants.ofNanos(tick),
                decisive));
    return switch (change.key().kind()) {
      case CONDITION -> texts;
      case NO_DATA -> texts.withLabel("reason", "no_data");
    };
  }

  private record Readings(List<ComparedReading> all, int firstThatHolds) {}

  private Readings readings(StateChange change) {
    List<ComparedReading> readings = new ArrayList<>();
    int first = -1;
    for (RuleComparison comparison : rule(change).comparisons()) {
      Quantity quantity = comparison.crossing().reading();
      Group of = change.key().group().project(quantity.dimensions());
      Value value = aggregates.read(quantity, of);
      if (first < 0 && comparison.crossing().holds(value.value(), value.samples())) {
        first = readings.size();
      }
      readings.add(
          comparison.sides().isPresent()
              ? compared(comparison, comparison.sides().get(), of)
              : compared(comparison, value));
    }
    return new Readings(readings, Math.max(0, first));
  }

  private int decisive(StateChange change, int firstThatHolds) {
    if (change.to() == AlertState.INACTIVE) {
      Integer held = decisiveByAlert.remove(change.key());
      return held == null ? 0 : held;
    }
    decisiveByAlert.put(change.key(), firstThatHolds);
    return firstThatHolds;
  }

  private static ComparedReading compared(RuleComparison comparison, Value value) {
    CrossingPlan crossing = comparison.crossing();
    double scale = crossing.reading().scale();
    return compared(comparison, value, crossing.threshold() / scale);
  }

  private ComparedReading compared(RuleComparison comparison, Sides sides, Group group) {
    double scale = comparison.crossing().reading().scale();
    double threshold = aggregates.read(sides.right(), group).value() / scale;
    return compared(comparison, aggregates.read(sides.left(), group), threshold);
  }

  private static ComparedReading compared(
      RuleComparison comparison, Value value, double threshold) {
    CrossingPlan crossing = comparison.crossing();
    double scale = crossing.reading().scale();
    return new ComparedReading(
        comparison.term(),
        crossing.operator().symbol(),
        Double.isNaN(value.value()) ? null : value.value() / scale,
        Double.isNaN(threshold) ? null : threshold,
        value.samples(),
        crossing.reading().unit());
  }
}
