package dev.tocsin.route;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.event.Regex;
import dev.tocsin.routing.InhibitionPlan;
import dev.tocsin.routing.LabelTest;
import dev.tocsin.routing.ReceiverPlan;
import dev.tocsin.routing.RoutePlan;
import dev.tocsin.routing.RoutingPlan;
import dev.tocsin.routing.TimeInterval;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Plans of routes, made in code. */
final class Plans {
  private String path = "{}";
  private List<LabelTest> matchers = List.of();
  private Optional<String> receiver = Optional.of("team");
  private boolean goesOn;
  private List<String> groupBy = List.of();
  private boolean byAll;
  private double wait = 1;
  private double interval = 1;
  private double repeat = 4.9;
  private List<TimeInterval> mute = List.of();
  private List<TimeInterval> active = List.of();
  private List<RoutePlan.Escalation> escalations = List.of();
  private Optional<RoutePlan.Budget> budget = Optional.empty();
  private final List<RoutePlan> children = new ArrayList<>();
  private final Map<String, ReceiverPlan> receivers = new LinkedHashMap<>();
  private final List<InhibitionPlan> inhibitions = new ArrayList<>();

  static Plans with(double wait, double interval, double repeat) {
    Plans plans = new Plans();
    plans.wait = wait;
    plans.interval = interval;
    plans.repeat = repeat;
    return plans;
  }

  Plans path(String named) {
    path = named;
    return this;
  }

  Plans match(String... written) {
    matchers = tests(written);
    return this;
  }

  Plans receiver(String name) {
    receiver = Optional.of(name);
    return this;
  }

  Plans bySeverity() {
    receiver = Optional.empty();
    return this;
  }

  Plans goesOn() {
    goesOn = true;
    return this;
  }

  Plans groupBy(String... labels) {
    groupBy = List.of(labels);
    return this;
  }

  Plans byAll() {
    byAll = true;
    return this;
  }

  Plans mute(TimeInterval interval) {
    mute = List.of(interval);
    return this;
  }

  Plans active(TimeInterval interval) {
    active = List.of(interval);
    return this;
  }

  Plans escalate(double after, String to) {
    escalations = new ArrayList<>(escalations);
    escalations.add(new RoutePlan.Escalation(Clockwork.nanos(after), to));
    return this;
  }

  Plans budget(int alerts, double per) {
    budget = Optional.of(new RoutePlan.Budget(alerts, Clockwork.nanos(per)));
    return this;
  }

  Plans child(Plans child) {
    children.add(child.route());
    return this;
  }

  Plans receivers(String name, String... channels) {
    receivers.put(
        name, new ReceiverPlan(name, List.of(channels), true, Optional.empty(), Optional.empty()));
    return this;
  }

  Plans quietOnResolve(String name, String... channels) {
    receivers.put(
        name, new ReceiverPlan(name, List.of(channels), false, Optional.empty(), Optional.empty()));
    return this;
  }

  Plans inhibit(String name, List<String> source, List<String> target, String... equal) {
    inhibitions.add(
        new InhibitionPlan(
            name,
            tests(source.toArray(String[]::new)),
            tests(target.toArray(String[]::new)),
            List.of(equal)));
    return this;
  }

  RoutePlan route() {
    return new RoutePlan(
        path,
        matchers,
        receiver,
        goesOn,
        groupBy,
        byAll,
        Clockwork.nanos(wait),
        Clockwork.nanos(interval),
        Clockwork.nanos(repeat),
        mute,
        active,
        escalations,
        budget,
        children);
  }

  RoutingPlan plan() {
    if (receivers.isEmpty()) {
      receivers("team", "slack");
    }
    return new RoutingPlan(route(), receivers, inhibitions, List.of(), Map.of(), true);
  }

  /** Written as label, operator and value with spaces between. */
  private static List<LabelTest> tests(String... written) {
    List<LabelTest> tests = new ArrayList<>();
    for (String text : written) {
      String[] parts = text.split(" ", 3);
      for (LabelMatcher.Operator operator : LabelMatcher.Operator.values()) {
        if (operator.symbol().equals(parts[1])) {
          try {
            tests.add(LabelTest.of(new LabelMatcher(parts[0], operator, parts[2])));
          } catch (Regex.BadPatternException e) {
            throw new IllegalArgumentException(e);
          }
        }
      }
    }
    return tests;
  }
}
