package dev.tocsin.plan;

import dev.tocsin.routing.RoutingPlan;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * All rules of a file, compiled. Immutable and shareable between threads and engines.
 *
 * @param tickNanos how often conditions are decided
 * @param rules enabled rules in the order of the file
 * @param aggregates what is folded, each once
 * @param readings what is read off them, each once
 * @param derived what is calculated from the readings, each once
 * @param crossings what readings and calculated numbers are compared with, each once
 * @param overflow the built-in alert, unless a rule takes its place
 * @param routing where alerts go
 */
public record Plan(
    long tickNanos,
    List<RulePlan> rules,
    List<AggregatePlan> aggregates,
    List<ReadingPlan> readings,
    List<DerivedPlan> derived,
    List<CrossingPlan> crossings,
    Optional<OverflowAlert> overflow,
    RoutingPlan routing) {
  /** The attributes of calls that rules name. Computed anew each time. */
  public Set<String> attributesRead() {
    return aggregates.stream()
        .flatMap(aggregate -> aggregate.fold().fields().stream())
        .flatMap(field -> field.attribute().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The scores that rules name; {@code ks(*)} names none. Computed anew each time. */
  public Set<String> scoresRead() {
    return aggregates.stream()
        .flatMap(aggregate -> aggregate.fold().scores().stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  public Plan {
    rules = List.copyOf(rules);
    aggregates = List.copyOf(aggregates);
    readings = List.copyOf(readings);
    derived = List.copyOf(derived);
    crossings = List.copyOf(crossings);
  }
}
