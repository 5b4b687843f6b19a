package dev.tocsin.testkit.report;

import dev.tocsin.api.Reading;
import dev.tocsin.api.Transition;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.core.Engine;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.RulePlan;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the comparisons of one rule read, group by group: of those that have alerts the first; of a
 * rule without alerts some with many events.
 */
final class DrawnRule {
  /** So many groups with alerts are drawn. */
  static final int MOST_GROUPS = 12;

  private static final int QUIET_GROUPS = 5;

  private final RulePlan rule;
  private final long alerting;
  private final Map<Group, List<Line>> lines = new LinkedHashMap<>();

  /**
   * @param changes of alerts of the rule
   */
  DrawnRule(RulePlan rule, List<Transition> changes) {
    this.rule = rule;
    List<Group> groups =
        changes.stream().flatMap(each -> group(each.group()).stream()).distinct().toList();
    alerting = groups.size();
    groups.stream().limit(MOST_GROUPS).forEach(this::draw);
    if (rule.dimensions().isEmpty()) {
      draw(Group.ALL);
    }
  }

  private void draw(Group group) {
    lines.computeIfAbsent(
        group, each -> rule.comparisons().stream().map(comparison -> new Line()).toList());
  }

  private Optional<Group> group(Map<String, String> values) {
    return values.keySet().containsAll(rule.dimensions())
        ? Optional.of(
            new Group(
                rule.dimensions(),
                rule.dimensions().stream()
                    .map(name -> Objects.requireNonNull(values.get(name)))
                    .toList()))
        : Optional.empty();
  }

  RulePlan rule() {
    return rule;
  }

  /** Whether groups must be looked for, because none had an alert. */
  boolean wantsGroups() {
    return !rule.dimensions().isEmpty() && alerting == 0 && lines.size() < QUIET_GROUPS;
  }

  /** Draws those with the most events so far. */
  void look(List<Reading> readings) {
    readings.stream()
        .filter(reading -> List.copyOf(reading.group().keySet()).equals(rule.dimensions()))
        .filter(reading -> !reading.group().containsValue(Group.OVERFLOW))
        .sorted(Comparator.comparingLong(Reading::samples).reversed())
        .flatMap(reading -> group(reading.group()).stream())
        .distinct()
        .filter(group -> !lines.containsKey(group))
        .limit(QUIET_GROUPS - lines.size())
        .toList()
        .forEach(this::draw);
  }

  /** Reads all groups as of the last tick. */
  void read(Engine engine, Instant at) {
    lines.forEach(
        (group, own) -> {
          List<ComparisonStanding> standings = engine.comparisons(rule, group);
          for (int i = 0; i < own.size(); i++) {
            own.get(i).add(at, standings.get(i).reading());
          }
        });
  }

  /** Adds the readings at which an alert changed. */
  void add(Transition change) {
    group(change.group())
        .map(lines::get)
        .filter(own -> own.size() == change.readings().size())
        .ifPresent(
            own -> {
              for (int i = 0; i < own.size(); i++) {
                own.get(i).add(change.time(), change.readings().get(i));
              }
            });
  }

  /** The lines of one comparison that have any data. */
  Map<Group, Line> lines(int comparison) {
    Map<Group, Line> own = new LinkedHashMap<>();
    lines.forEach(
        (group, all) -> {
          Line line = all.get(comparison);
          if (line.hasData()) {
            own.put(group, line);
          }
        });
    return own;
  }

  /** How many groups with alerts are not drawn. */
  long notDrawn() {
    return Math.max(0, alerting - MOST_GROUPS);
  }
}
