package dev.tocsin.routing;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.routing.RouteDefinition;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The receivers and intervals that routes may name, and which of them they do. */
final class RouteNames {
  private final Map<String, ReceiverPlan> receivers = new LinkedHashMap<>();
  private final Map<String, TimeInterval> intervals = new LinkedHashMap<>();
  private final Diagnostics diagnostics;
  private final Set<String> usedReceivers = new HashSet<>();
  private final Set<String> usedIntervals = new HashSet<>();

  RouteNames(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  void add(ReceiverPlan receiver) {
    receivers.putIfAbsent(receiver.name(), receiver);
  }

  void add(TimeInterval interval) {
    intervals.putIfAbsent(interval.name(), interval);
  }

  Map<String, ReceiverPlan> receivers() {
    return receivers;
  }

  boolean usesReceiver(String name) {
    return usedReceivers.contains(name);
  }

  boolean usesInterval(String name) {
    return usedIntervals.contains(name);
  }

  String receiver(Located<String> name) {
    usedReceivers.add(name.value());
    if (!receivers.containsKey(name.value())) {
      diagnostics.error(
          Code.UNKNOWN_RECEIVER,
          name.span(),
          "no receiver '" + name.value() + "'",
          hint(
              name.value(),
              receivers.keySet(),
              "receivers",
              ", or write channels: [" + name.value() + "]"));
    }
    return name.value();
  }

  Optional<TimeInterval> interval(Located<String> name) {
    usedIntervals.add(name.value());
    Optional<TimeInterval> found = Optional.ofNullable(intervals.get(name.value()));
    if (found.isEmpty()) {
      diagnostics.error(
          Code.UNKNOWN_INTERVAL,
          name.span(),
          "no time interval '" + name.value() + "'",
          hint(name.value(), intervals.keySet(), "time_intervals", ""));
    }
    return found;
  }

  private static Optional<String> hint(
      String name, Collection<String> known, String key, String otherwise) {
    return Suggestions.nearest(name, known)
        .or(
            () ->
                Optional.of(
                    known.isEmpty()
                        ? "define it under '" + key + ":'" + otherwise
                        : "there are " + String.join(", ", known)));
  }

  /** A receiver of its own, named by its channels. */
  String ofChannels(List<Located<String>> channels) {
    List<String> names = channels.stream().map(Located::value).distinct().toList();
    String name = String.join(", ", names);
    ReceiverPlan known = receivers.get(name);
    while (known != null && !known.equals(plain(name, names))) {
      name = name + " (channels)"; // a receiver of the file is called so
      known = receivers.get(name);
    }
    receivers.put(name, plain(name, names));
    usedReceivers.add(name);
    return name;
  }

  private static ReceiverPlan plain(String name, List<String> channels) {
    return new ReceiverPlan(name, channels, true, Optional.empty(), Optional.empty());
  }

  List<RoutePlan.Escalation> escalations(List<RouteDefinition.Escalation> written) {
    Duration last = Duration.ZERO;
    for (RouteDefinition.Escalation step : written) {
      receiver(step.receiver());
      if (step.after().value().compareTo(last) <= 0) {
        diagnostics.error(
            Code.BAD_ESCALATION,
            step.after().span(),
            "each step comes later than the one before it",
            "times are counted from the first message");
      }
      last = step.after().value();
    }
    return written.stream()
        .map(
            step ->
                new RoutePlan.Escalation(step.after().value().toNanos(), step.receiver().value()))
        .toList();
  }
}
