package dev.tocsin.aggregate;

import dev.tocsin.api.Event;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.event.Measured;
import dev.tocsin.event.Observation;
import dev.tocsin.event.PricedCall;
import dev.tocsin.event.Truth;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes one fold's number and group from an event, once for all windows that the fold has. */
final class FoldDispatch {
  private static final int MOST_METRICS = 1_000;

  private final FoldPlan fold;
  private final List<AggregateStore> stores;
  private final List<String> dimensions;
  private final Map<String, Group> byMetric = new HashMap<>();
  private final @Nullable String measure;

  FoldDispatch(FoldPlan fold, List<AggregateStore> stores) {
    this.fold = fold;
    this.stores = List.copyOf(stores);
    this.dimensions = fold.dimensions();
    this.measure = fold.measure().orElse(null);
  }

  /** Takes a number for a group of some windows. */
  interface Sink {
    void number(AggregateStore store, Group group, long value);
  }

  /** Folds a number of the engine's own. */
  void gauge(EngineGauge gauge, long value, Sink sink) {
    if (fold.what() instanceof FoldPlan.Gauge own && own.gauge() == gauge) {
      stores.forEach(store -> sink.number(store, Group.ALL, value));
    }
  }

  void call(PricedCall call, Sink sink) {
    if (measure == null) {
      take(call, sink);
    }
  }

  void measure(Measured measured, Sink sink) {
    if (measured.measure().name().equals(measure)) {
      take(measured, sink);
    }
  }

  private void take(Observation event, Sink sink) {
    if (fold.what() instanceof FoldPlan.Gauge || !applies(event)) {
      return;
    }
    FoldPlan.What what = fold.what();
    if (what instanceof FoldPlan.Calls) {
      emit(event, null, 1, sink);
    } else if (what instanceof FoldPlan.Value value) {
      long number = value.field().reader().read(event);
      if (number != Event.UNKNOWN) {
        emit(event, null, number, sink);
      }
    } else if (what instanceof FoldPlan.Share share) {
      Truth truth = share.predicate().test(event);
      if (truth != Truth.UNKNOWN) {
        emit(event, null, truth == Truth.TRUE ? 1 : 0, sink);
      }
    } else if (what instanceof FoldPlan.Identity identity) {
      Identities.of(identity.field(), event).ifPresent(hash -> emit(event, null, hash, sink));
    } else if (what instanceof FoldPlan.EveryNumber && event instanceof PricedCall call) {
      EveryNumber.of(call, (metric, number) -> emit(call, metric, number, sink));
    } else {
      throw new IllegalStateException("cannot fold " + what);
    }
  }

  /**
   * Folds a call that a late score has made complete.
   *
   * @param before the call as it was folded when it came
   * @param after the same with the score
   */
  void score(PricedCall before, PricedCall after, String name, Sink sink) {
    FoldPlan.What what = fold.what();
    if (what instanceof FoldPlan.EveryNumber) {
      Long value = after.call().scores().get(name);
      if (value != null && applies(after)) {
        emit(after, Fields.score(name).name(), value, sink);
      }
    } else if (fold.scores().contains(name) && !folds(before)) {
      call(after, sink);
    }
  }

  /**
   * Folds a score of an unknown call.
   *
   * @param alone nothing but the score
   */
  void orphan(PricedCall alone, String name, Sink sink) {
    FoldPlan.What what = fold.what();
    boolean ofTheScore =
        what instanceof FoldPlan.EveryNumber
            || (fold.scores().contains(name)
                && (what instanceof FoldPlan.Value
                    || what instanceof FoldPlan.Identity
                    || what instanceof FoldPlan.Share));
    boolean ofTheScoreAlone =
        fold.fields().stream()
            .filter(field -> !fold.by().contains(field))
            .allMatch(field -> Fields.scores(field).contains(name));
    if (ofTheScore && ofTheScoreAlone) {
      call(alone, sink);
    }
  }

  /** Whether {@link #call} would fold anything of a call. */
  private boolean folds(PricedCall call) {
    boolean[] any = {false};
    call(call, (store, group, value) -> any[0] = true);
    return any[0];
  }

  private boolean applies(Observation event) {
    return fold.where().isEmpty() || fold.where().get().test(event) == Truth.TRUE;
  }

  private void emit(Observation event, @Nullable String metric, long value, Sink sink) {
    Group group = dimensions.isEmpty() ? Group.ALL : group(event, metric);
    for (AggregateStore store : stores) {
      sink.number(store, group, value);
    }
  }

  private Group group(Observation event, @Nullable String metric) {
    if (metric != null && fold.by().isEmpty()) {
      Group known = byMetric.get(metric);
      if (known != null) {
        return known;
      }
      Group made = new Group(dimensions, List.of(metric));
      if (byMetric.size() < MOST_METRICS) {
        byMetric.put(metric, made);
      }
      return made;
    }
    List<String> values = new ArrayList<>(dimensions.size());
    int field = 0;
    for (String dimension : dimensions) {
      if (metric != null && dimension.equals(FoldPlan.METRIC)) {
        values.add(metric);
      } else {
        Field by = fold.by().get(field++);
        String value = Fields.dimension(by, event);
        values.add(value == null ? Group.NONE : value);
      }
    }
    return new Group(dimensions, values);
  }
}
