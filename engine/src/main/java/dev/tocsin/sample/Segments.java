package dev.tocsin.sample;

import dev.tocsin.api.Contributor;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Plan;
import dev.tocsin.sample.LookedCalls.Looked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which segments of the traffic contribute most. A sketch of bounded size finds the heavy values of
 * each dimension; their shares are then added up exactly. What all calls have in common, and what
 * the reading itself asks for, says nothing and is left out.
 */
final class Segments {
  private static final List<String> BUILT_IN =
      List.of(
          "model",
          "provider",
          "user",
          "feature",
          "prompt",
          "prompt_version",
          "environment",
          "operation",
          "status",
          "error");
  private static final int MOST_DIMENSIONS = 24;
  private static final int COUNTERS = 64;
  private static final double LEAST_SHARE = 0.1;
  private static final int MOST_OF_DIMENSION = 3;
  private static final int MOST = 8;

  /** Longer values are no segments but texts. */
  private static final int LONGEST = 200;

  private static final Comparator<Contributor> BY_SHARE =
      Comparator.comparingDouble(Contributor::share).reversed().thenComparing(Contributor::value);
  private static final Comparator<Contributor> BY_LIFT =
      Comparator.<Contributor>comparingDouble(each -> each.share() / each.trafficShare())
          .reversed()
          .thenComparing(Comparator.comparingDouble(Contributor::share).reversed());

  private final List<Field> dimensions;

  /** Looks at the built-in dimensions and at the attributes that rules read. */
  Segments(Plan plan) {
    Stream<Field> attributes =
        plan.aggregates().stream()
            .flatMap(aggregate -> aggregate.fold().fields().stream())
            .filter(field -> field.attribute().isPresent() && !(field instanceof Field.Number))
            .filter(field -> Fields.measured(field.name()).isEmpty())
            .sorted(Comparator.comparing(Field::name));
    dimensions =
        Stream.concat(BUILT_IN.stream().map(name -> Fields.named(name).orElseThrow()), attributes)
            .collect(
                Collectors.toMap(
                    Field::name, field -> field, (one, same) -> one, LinkedHashMap::new))
            .values()
            .stream()
            .limit(MOST_DIMENSIONS)
            .toList();
  }

  /** The largest lift first. */
  List<Contributor> of(EvidenceQuestion asked, List<Looked> calls) {
    double blame = calls.stream().mapToDouble(Looked::blame).sum();
    double weight = calls.stream().mapToDouble(Looked::weight).sum();
    if (!(blame > 0)) {
      return List.of();
    }
    FoldPlan fold = asked.reading().aggregate().fold();
    Set<String> askedFor =
        fold.what() instanceof FoldPlan.Share share
            ? share.predicate().fields().stream().map(Field::name).collect(Collectors.toSet())
            : Set.of();
    List<Contributor> all = new ArrayList<>();
    for (Field dimension : dimensions) {
      if (!askedFor.contains(dimension.name()) && !fold.by().contains(dimension)) {
        all.addAll(of(dimension, calls, blame, weight));
      }
    }
    return all.stream().sorted(BY_LIFT).limit(MOST).toList();
  }

  private static List<Contributor> of(
      Field dimension, List<Looked> calls, double blame, double weight) {
    HeavyHitters sketch = new HeavyHitters(COUNTERS);
    for (Looked each : calls) {
      String value = each.blame() > 0 ? Fields.dimension(dimension, each.call()) : null;
      if (value != null && value.length() <= LONGEST) {
        sketch.add(value, each.blame());
      }
    }
    Map<String, double[]> sums = new HashMap<>();
    sketch.withShare(LEAST_SHARE).keySet().forEach(value -> sums.put(value, new double[2]));
    for (Looked each : calls) {
      double[] sum =
          sums.get(Objects.requireNonNullElse(Fields.dimension(dimension, each.call()), ""));
      if (sum != null) {
        sum[0] += each.blame();
        sum[1] += each.weight();
      }
    }
    List<Contributor> found = new ArrayList<>();
    sums.forEach(
        (value, sum) -> {
          if (sum[0] >= LEAST_SHARE * blame && sum[1] < weight) {
            found.add(new Contributor(dimension.name(), value, sum[0] / blame, sum[1] / weight));
          }
        });
    return found.stream().sorted(BY_SHARE).limit(MOST_OF_DIMENSION).toList();
  }
}
