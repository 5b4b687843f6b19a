package dev.tocsin.plan;

import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.event.Predicate;
import dev.tocsin.window.FoldKind;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is taken from a call or a measure and added up, apart from the window. Equal folds are one.
 *
 * @param what the number taken
 * @param where only of calls for which this is true
 * @param by the dimensions, in alphabetical order; empty for one total
 */
public record FoldPlan(What what, Optional<Predicate> where, List<Field> by) {

  /** The label of the groups of {@code ks(*)}. */
  public static final String METRIC = "metric";

  public FoldPlan {
    by = List.copyOf(by);
  }

  /** Names of the dimensions. */
  public List<String> dimensions() {
    return what instanceof EveryNumber
        ? java.util.stream.Stream.concat(
                java.util.stream.Stream.of(METRIC), by.stream().map(Field::name))
            .sorted()
            .toList()
        : by.stream().map(Field::name).toList();
  }

  /** The fields it reads. */
  public Set<Field> fields() {
    Set<Field> fields = new HashSet<>(by);
    where.ifPresent(predicate -> fields.addAll(predicate.fields()));
    if (what instanceof Value value) {
      fields.add(value.field());
    } else if (what instanceof Identity identity) {
      fields.add(identity.field());
    } else if (what instanceof Share share) {
      fields.addAll(share.predicate().fields());
    }
    return fields;
  }

  /** The measure it names: it folds measures of this name alone; without one it folds calls. */
  public Optional<String> measure() {
    return fields().stream().flatMap(field -> Fields.measured(field.name()).stream()).findAny();
  }

  /** The scores it names. */
  public Set<String> scores() {
    return fields().stream()
        .flatMap(field -> Fields.scores(field).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The number that is taken from a call. */
  public sealed interface What {}

  /** Nothing: calls are counted. */
  public record Calls() implements What {}

  /** A field; calls that do not have it are left out. */
  public record Value(Field.Number field, FoldKind kind) implements What {}

  /** Which value a field has, as a hash; calls that do not have it are left out. */
  public record Identity(Field field, FoldKind kind) implements What {}

  /** Whether a predicate is true; calls for which it is unknown are left out. */
  public record Share(Predicate predicate) implements What {}

  /** A number that the engine measures of itself; of no call. */
  public record Gauge(EngineGauge gauge) implements What {}

  /** Every number that a call carries, one group each. */
  public record EveryNumber() implements What {}
}
