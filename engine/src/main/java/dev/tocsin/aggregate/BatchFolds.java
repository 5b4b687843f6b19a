package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import dev.tocsin.event.Columns;
import dev.tocsin.event.Field;
import dev.tocsin.event.Predicate;
import dev.tocsin.event.RowTest;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.window.FoldKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Takes calls in batches, all of one tick, through the folds that look at them. What folds have in
 * common (columns, selections, numbers) is found once a batch; folds over {@code model == "gpt-4"}
 * cost nothing where the batch has no call of that model.
 */
final class BatchFolds {
  private final CallBatch batch;
  private final Columns columns = new Columns();
  private final Selection all;
  private final Map<SelectionKey, Selection> selections = new HashMap<>();
  private final Map<SourceKey, NumberSource> sources = new HashMap<>();
  private final Map<Field, EqualityIndex> indexes = new HashMap<>();
  private final Map<Predicate, EqualityIndex.Route> routes = new HashMap<>();
  private final Map<Field, KeyColumn> keys = new HashMap<>();
  private final List<EqualityIndex> indexList = new ArrayList<>();
  private final List<BatchFold> always = new ArrayList<>();

  private record SelectionKey(Selection among, Predicate where) {}

  private record SourceKey(Selection selection, FoldPlan.What what) {}

  BatchFolds(CallBatch batch) {
    this.batch = batch;
    this.all = Selection.all(batch);
  }

  CallBatch batch() {
    return batch;
  }

  Columns columns() {
    return columns;
  }

  /** Adds a fold that looks at calls. */
  Fold add(FoldPlan plan, Grouping grouping, List<AggregateStore> stores) {
    Fold fold = new Fold(plan, grouping, stores, batchSource(plan));
    lead(plan, fold);
    return fold;
  }

  /** Adds what the members of families have in common. */
  void add(FoldPlan common, Field field, List<Family> families) {
    NumberTaker.Source source = batchSource(common);
    if (!(common.what() instanceof FoldPlan.EveryNumber)) {
      source(common.where(), common.what()).wantsEach();
    }
    lead(common, new FamilyFold(batch, keys(field), source, families));
  }

  /** The texts of a field that are asked for. */
  KeyColumn keys(Field field) {
    return keys.computeIfAbsent(field, asked -> new KeyColumn(columns.texts(asked)));
  }

  private void lead(FoldPlan plan, BatchFold fold) {
    EqualityIndex.Route route = plan.where().map(this::route).orElse(null);
    if (route == null) {
      always.add(fold);
    } else {
      route.add(fold);
    }
  }

  private NumberTaker.Source batchSource(FoldPlan plan) {
    if (plan.what() instanceof FoldPlan.EveryNumber) {
      return new EveryNumber(this, plan);
    }
    NumberSource source = source(plan.where(), plan.what());
    if (!plan.dimensions().isEmpty() || !SumTotals.suffice(FoldKinds.of(plan, Group.ALL))) {
      source.wantsEach();
    }
    return taker -> taker.take(batch, source.run());
  }

  /** Folds the calls of the batch. */
  void fold() {
    for (int i = 0; i < always.size(); i++) {
      always.get(i).batch();
    }
    for (int i = 0; i < indexList.size(); i++) {
      indexList.get(i).fold();
    }
  }

  /** The numbers that a fold takes. */
  NumberSource source(Optional<Predicate> where, FoldPlan.What what) {
    FoldPlan.What taken =
        what instanceof FoldPlan.Value value
            ? new FoldPlan.Value(value.field(), FoldKind.SUM) // whatever they are folded into
            : what;
    return sources.computeIfAbsent(
        new SourceKey(selection(where), taken),
        key -> NumberSource.of(batch, key.selection(), what, columns));
  }

  /** The calls for which a predicate is true. */
  Selection selection(Optional<Predicate> where) {
    if (where.isEmpty()) {
      return all;
    }
    Selection selection = all;
    List<Predicate> rest = new ArrayList<>(KeyedFold.conjuncts(where.get()));
    Predicate.TextTest indexed = indexed(rest);
    if (indexed != null) {
      selection = route(indexed).selection();
      rest.remove(indexed);
    }
    for (Predicate each : rest) {
      selection =
          selections.computeIfAbsent(
              new SelectionKey(selection, each),
              key -> key.among().where(RowTest.of(each, columns)));
    }
    return selection;
  }

  private EqualityIndex.@Nullable Route route(Predicate where) {
    Predicate.TextTest indexed = indexed(KeyedFold.conjuncts(where));
    return indexed == null ? null : route(indexed);
  }

  private EqualityIndex.Route route(Predicate.TextTest where) {
    return routes.computeIfAbsent(
        where, test -> indexes.computeIfAbsent(where.field(), this::index).route(where.values()));
  }

  private EqualityIndex index(Field field) {
    EqualityIndex index = new EqualityIndex(columns.texts(field), batch);
    indexList.add(index);
    return index;
  }

  /** The first that says which text a field has; few calls pass it, and an index finds those. */
  private static Predicate.@Nullable TextTest indexed(List<Predicate> conjuncts) {
    for (Predicate each : conjuncts) {
      if (KeyedFold.isIndexed(each) && each instanceof Predicate.TextTest test) {
        return test;
      }
    }
    return null;
  }
}
