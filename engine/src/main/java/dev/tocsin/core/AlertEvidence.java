package dev.tocsin.core;

import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.alert.AlertKey;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Evidence;
import dev.tocsin.dsl.template.Placeholder;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.event.CompareOp;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Expression;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.RuleComparison;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.sample.EvidenceQuestion;
import dev.tocsin.sample.EvidenceSearch;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;

/** What shows why alerts fire, and what of it their texts go on to show while they live. */
final class AlertEvidence {
  private final Aggregates aggregates;
  private final EvidenceSearch search;
  private final boolean[] shownInTexts;
  private final Map<AlertKey, List<Contributor>> contributors = new HashMap<>();

  AlertEvidence(Plan plan, Aggregates aggregates, EvidenceSearch search) {
    this.aggregates = aggregates;
    this.search = search;
    this.shownInTexts = new boolean[plan.rules().size()];
    plan.rules().forEach(rule -> shownInTexts[rule.index()] = asks(rule));
  }

  private static boolean asks(RulePlan rule) {
    return rule.annotations().values().stream()
        .flatMap(Template::fields)
        .anyMatch(field -> field.placeholder() == Placeholder.TOP_CONTRIBUTORS);
  }

  /** Why a comparison of an alert's rule stands as it does at a tick. */
  Evidence of(AlertKey alert, RuleComparison comparison, long tick) {
    if (alert.reason() != AlertReason.CONDITION) {
      return Evidence.NONE;
    }
    return search.of(question(alert.group(), comparison, tick));
  }

  /** The same however many were asked about at the tick. */
  Evidence asked(Group group, RuleComparison comparison, long tick) {
    return search.ofOne(question(group, comparison, tick));
  }

  /** Notes what the texts of an alert show from now on. */
  void note(AlertKey alert, Evidence evidence) {
    if (shownInTexts[alert.rule()]) {
      contributors.put(alert, evidence.contributors());
    }
  }

  /** What the texts of an alert show. */
  List<Contributor> noted(AlertKey alert) {
    return contributors.getOrDefault(alert, List.of());
  }

  void forget(AlertKey alert) {
    contributors.remove(alert);
  }

  /** About a calculated number it is its first reading that is asked about. */
  private EvidenceQuestion question(Group group, RuleComparison comparison, long tick) {
    CrossingPlan crossing = comparison.crossing();
    Expression left =
        comparison
            .sides()
            .map(RuleComparison.Sides::left)
            .filter(side -> !side.readings().isEmpty())
            .orElse(null);
    if (crossing.reading() instanceof ReadingPlan reading) {
      Group of = group.project(reading.dimensions());
      return new EvidenceQuestion(reading, crossing.operator(), crossing.threshold(), of, tick);
    }
    List<ReadingPlan> readings = left == null ? crossing.reading().readings() : left.readings();
    ReadingPlan first = readings.get(0);
    Group of = group.project(first.dimensions());
    if (left instanceof Expression.Reading && comparison.sides().isPresent()) {
      Group all = group.project(crossing.reading().dimensions());
      double other = aggregates.read(comparison.sides().get().right(), all).value();
      return new EvidenceQuestion(first, crossing.operator(), other, of, tick);
    }
    double itself = aggregates.read(first, of).value();
    return new EvidenceQuestion(first, orEqual(crossing.operator()), itself, of, tick);
  }

  /** What makes a reading what it is are the calls at it and beyond. */
  private static CompareOp orEqual(CompareOp operator) {
    return switch (operator) {
      case LESS, LESS_OR_EQUAL -> CompareOp.LESS_OR_EQUAL;
      case GREATER, GREATER_OR_EQUAL, EQUAL, NOT_EQUAL -> CompareOp.GREATER_OR_EQUAL;
    };
  }

  void adopt(AlertEvidence other, IntUnaryOperator newRule) {
    other.contributors.forEach(
        (key, shown) -> {
          int rule = newRule.applyAsInt(key.rule());
          if (rule >= 0 && shownInTexts[rule]) {
            contributors.put(key.at(rule), shown);
          }
        });
  }

  /** Forgets some groups, and the segments that are such. */
  void erase(Predicate<Group> groups) {
    contributors.keySet().removeIf(key -> groups.test(key.group()));
    contributors.replaceAll(
        (key, shown) -> shown.stream().filter(each -> !groups.test(segment(each))).toList());
  }

  private static Group segment(Contributor contributor) {
    return new Group(List.of(contributor.dimension()), List.of(contributor.value()));
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(contributors.size());
    for (Map.Entry<AlertKey, List<Contributor>> entry : new TreeMap<>(contributors).entrySet()) {
      entry.getKey().writeTo(out);
      out.writeInt(entry.getValue().size());
      for (Contributor each : entry.getValue()) {
        out.writeUTF(each.dimension());
        out.writeUTF(each.value());
        out.writeDouble(each.share());
        out.writeDouble(each.trafficShare());
      }
    }
  }

  void readFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      AlertKey key = AlertKey.read(in);
      List<Contributor> shown = new ArrayList<>();
      for (int more = in.readInt(); more > 0; more--) {
        shown.add(new Contributor(in.readUTF(), in.readUTF(), in.readDouble(), in.readDouble()));
      }
      contributors.put(key, List.copyOf(shown));
    }
  }
}
