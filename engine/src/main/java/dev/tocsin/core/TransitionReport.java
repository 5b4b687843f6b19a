package dev.tocsin.core;

import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.aggregate.Value;
import dev.tocsin.alert.AlertKey;
import dev.tocsin.alert.StateChange;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.event.CompareOp;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.RuleComparison;
import dev.tocsin.plan.RuleComparison.Sides;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.sample.EvidenceSearch;
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
import java.util.function.Consumer;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/**
 * Tells a change of state in the terms of the rule, with values read from the aggregates at the
 * tick of the change.
 */
final class TransitionReport {
  private final Plan plan;
  private final Aggregates aggregates;
  private final AlertEvidence evidence;
  private final Map<AlertKey, Integer> decisiveByAlert = new HashMap<>();

  TransitionReport(Plan plan, Aggregates aggregates, EvidenceSearch search) {
    this.plan = plan;
    this.aggregates = aggregates;
    this.evidence = new AlertEvidence(plan, aggregates, search);
  }

  /** Takes over which comparison held for the alerts of another report. */
  void adopt(TransitionReport other, IntUnaryOperator newRule) {
    evidence.adopt(other.evidence, newRule);
    other.decisiveByAlert.forEach(
        (key, comparison) -> {
          int rule = newRule.applyAsInt(key.rule());
          if (rule >= 0 && comparison < plan.rules().get(rule).comparisons().size()) {
            decisiveByAlert.put(key.at(rule), comparison);
          }
        });
  }

  /** Forgets which comparison held for the alerts of some groups. */
  void erase(Predicate<Group> groups) {
    decisiveByAlert.keySet().removeIf(key -> groups.test(key.group()));
    evidence.erase(groups);
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(decisiveByAlert.size());
    for (AlertKey key : new TreeSet<>(decisiveByAlert.keySet())) {
      key.writeTo(out);
      out.writeInt(Objects.requireNonNull(decisiveByAlert.get(key)));
    }
    evidence.writeTo(out);
  }

  void readFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      decisiveByAlert.put(AlertKey.read(in), in.readInt());
    }
    evidence.readFrom(in);
  }

  /**
   * Looks for what shows why an alert begins to fire or gets worse. Of an error it says so, and the
   * alert has none.
   *
   * @param failed takes what went wrong
   */
  Evidence evidence(StateChange change, Consumer<Throwable> failed) {
    if (change.to() != AlertState.FIRING || !isNewOrWorse(change)) {
      return Evidence.NONE;
    }
    try {
      int decisive = deciding(change, readings(change.key()).firstThatHolds());
      RuleComparison comparison = rule(change).comparisons().get(decisive);
      Evidence found = evidence.of(change.key(), comparison, change.tick());
      evidence.note(change.key(), found);
      return found;
    } catch (RuntimeException | StackOverflowError e) {
      failed.accept(e);
      return Evidence.NONE;
    }
  }

  private boolean isNewOrWorse(StateChange change) {
    return change.from() != AlertState.FIRING
        || (!rule(change).life().worse().isEmpty()
            && change.level() > decisiveByAlert.getOrDefault(change.key(), 0));
  }

  /**
   * @param shown what {@link #evidence} has found for this change
   */
  Transition of(StateChange change, Evidence shown) {
    RulePlan rule = rule(change);
    Readings readings = readings(change.key());
    ComparedReading decisive = readings.all().get(decisive(change, readings.firstThatHolds()));
    AlertTexts texts = texts(change, change.tick(), decisive);
    if (change.to() == AlertState.INACTIVE) {
      evidence.forget(change.key());
    }
    return new Transition(
        Instants.ofNanos(change.tick()),
        rule.name(),
        change.key().group().asMap(),
        Instants.ofNanos(change.activation()),
        change.from(),
        change.to(),
        decisive,
        readings.all(),
        rule.severity(change.level()),
        rule.channels(),
        texts.labels(),
        texts.annotations(),
        change.key().reason(),
        change.flapping(),
        shown);
  }

  /**
   * The same with nothing but what is certain, for a rule whose values or texts cannot be told.
   *
   * @param problem in words
   */
  Transition bare(StateChange change, String problem) {
    RulePlan rule = rule(change);
    List<ComparedReading> readings =
        rule.comparisons().stream().map(each -> compared(each, Value.NO_DATA)).toList();
    return new Transition(
        Instants.ofNanos(change.tick()),
        rule.name(),
        change.key().group().asMap(),
        Instants.ofNanos(change.activation()),
        change.from(),
        change.to(),
        readings.get(0),
        readings,
        rule.severity(change.level()),
        rule.channels(),
        Map.of(),
        Map.of("error", problem),
        change.key().reason(),
        change.flapping());
  }

  /** An alert that lives, with its texts as they read at the last tick. */
  Alert alert(StateChange living, long lastTick) {
    RulePlan rule = rule(living);
    AlertTexts texts = livingTexts(living, lastTick);
    return new Alert(
        rule.name(),
        living.key().group().asMap(),
        living.to(),
        Instants.ofNanos(living.activation()),
        rule.severity(living.level()),
        texts.labels(),
        texts.annotations(),
        living.key().reason(),
        living.flapping());
  }

  private AlertTexts livingTexts(StateChange living, long lastTick) {
    int decisive = decisiveByAlert.getOrDefault(living.key(), 0);
    try {
      return texts(living, lastTick, readings(living.key()).all().get(decisive));
    } catch (RuntimeException | StackOverflowError e) {
      return new AlertTexts(Map.of(), Map.of("error", "the rule is in error: " + e));
    }
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
                rule.severity(change.level()),
                change.key().group().asMap(),
                Instants.ofNanos(tick),
                decisive,
                evidence.noted(change.key())));
    return switch (change.key().reason()) {
      case CONDITION -> texts;
      case NO_DATA -> texts.withLabel("reason", "no_data");
      case OVERFLOW ->
          texts
              .withLabel("overflow", "true")
              .withAnnotation("groups_over_limit", Long.toString(change.rest()));
    };
  }

  /** How far the first comparison of an alert's rule is beyond its threshold; NaN without data. */
  double exceedance(AlertKey alert) {
    CrossingPlan crossing = plan.rules().get(alert.rule()).comparisons().get(0).crossing();
    double value = value(alert, crossing.reading()).value();
    boolean down =
        crossing.operator() == CompareOp.LESS || crossing.operator() == CompareOp.LESS_OR_EQUAL;
    return down ? crossing.threshold() - value : value - crossing.threshold();
  }

  /** No data of all groups together, where the rule looks at each. */
  private Value value(AlertKey alert, Quantity quantity) {
    boolean ofOne = alert.reason() != AlertReason.OVERFLOW || quantity.dimensions().isEmpty();
    return ofOne
        ? aggregates.read(quantity, alert.group().project(quantity.dimensions()))
        : Value.NO_DATA;
  }

  private record Readings(List<ComparedReading> all, int firstThatHolds) {}

  private Readings readings(AlertKey alert) {
    List<ComparisonStanding> standing = comparisons(alert);
    int first = 0;
    while (first < standing.size() && !standing.get(first).holds()) {
      first++;
    }
    return new Readings(
        standing.stream().map(ComparisonStanding::reading).toList(),
        first == standing.size() ? 0 : first);
  }

  /** How each comparison of an alert's rule stands as of the last tick. */
  List<ComparisonStanding> comparisons(AlertKey alert) {
    List<ComparisonStanding> standing = new ArrayList<>();
    for (RuleComparison comparison : plan.rules().get(alert.rule()).comparisons()) {
      CrossingPlan crossing = comparison.crossing();
      Value value = value(alert, crossing.reading());
      ComparedReading compared =
          comparison.sides().isPresent() && alert.reason() != AlertReason.OVERFLOW
              ? compared(comparison, comparison.sides().get(), alert.group())
              : compared(comparison, value);
      standing.add(
          new ComparisonStanding(
              compared,
              crossing.minSamples(),
              crossing.holds(value.value(), value.samples()),
              comparison.sides().isEmpty()));
    }
    return standing;
  }

  /** What shows why the first comparison that holds, or the first, stands as it does. */
  Evidence evidence(AlertKey alert, long tick) {
    List<RuleComparison> comparisons = plan.rules().get(alert.rule()).comparisons();
    int first = readings(alert).firstThatHolds();
    return evidence.asked(alert.group(), comparisons.get(first), tick);
  }

  private int decisive(StateChange change, int firstThatHolds) {
    if (change.to() == AlertState.INACTIVE) {
      Integer held = decisiveByAlert.remove(change.key());
      return held == null ? 0 : held;
    }
    int decisive = deciding(change, firstThatHolds);
    decisiveByAlert.put(change.key(), decisive);
    return decisive;
  }

  /** Of severities with thresholds of their own it is that of the severity. */
  private int deciding(StateChange change, int firstThatHolds) {
    return rule(change).life().worse().isEmpty() ? firstThatHolds : change.level();
  }

  private static ComparedReading compared(RuleComparison comparison, Value value) {
    CrossingPlan crossing = comparison.crossing();
    double scale = crossing.reading().scale();
    return compared(comparison, value, crossing.threshold() / scale);
  }

  private ComparedReading compared(RuleComparison comparison, Sides sides, Group group) {
    Quantity quantity = comparison.crossing().reading();
    double scale = quantity.scale();
    Group of = group.project(quantity.dimensions());
    double threshold = aggregates.read(sides.right(), of).value() / scale;
    return compared(comparison, aggregates.read(sides.left(), of), threshold);
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
