package dev.tocsin.aggregate;

import dev.tocsin.api.Event;
import dev.tocsin.event.CallBatch;
import dev.tocsin.event.Fields;
import dev.tocsin.event.Observation;
import dev.tocsin.event.PricedCall;
import dev.tocsin.event.Truth;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.FoldPlan;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One fold at work: its numbers go to all windows that it has. */
final class Fold implements BatchFold, NumberTaker {
  private final FoldPlan plan;
  private final Grouping grouping;
  private final AggregateStore[] stores;
  private final Member[] members;
  private final NumberTaker.Source source;
  private final @Nullable String measure;
  private final Set<String> scores;
  private final boolean total;
  private final int[] slots;

  /** Places opened for what is being folded; some may find no room in any window. */
  private final int[] opened;

  private int openings;

  Fold(FoldPlan plan, Grouping grouping, List<AggregateStore> stores, NumberTaker.Source source) {
    this(plan, grouping, stores, List.of(), source, CallBatch.CAPACITY);
  }

  private Fold(
      FoldPlan plan,
      Grouping grouping,
      List<AggregateStore> stores,
      List<Member> members,
      NumberTaker.Source source,
      int capacity) {
    this.plan = plan;
    this.grouping = grouping;
    this.stores = stores.toArray(AggregateStore[]::new);
    this.members = members.toArray(Member[]::new);
    this.source = source;
    this.slots = new int[capacity];
    this.opened = new int[capacity];
    this.measure = plan.measure().orElse(null);
    this.scores = plan.scores();
    this.total = plan.dimensions().isEmpty();
  }

  /** A fold of members of families, which get batches from {@link FamilyFold}. */
  static Fold ofMembers(FoldPlan plan, Grouping grouping, List<Member> members) {
    return new Fold(plan, grouping, List.of(), members, taker -> {}, 0);
  }

  /** Whether it looks at calls at all. */
  static boolean looksAtCalls(FoldPlan plan) {
    return plan.measure().isEmpty() && !(plan.what() instanceof FoldPlan.Gauge);
  }

  /** Folds the batch that its source reads. */
  @Override
  public void batch() {
    source.into(this);
  }

  @Override
  public void take(CallBatch batch, NumberRun run) {
    int size = run.numbers().size();
    if (size == 0) {
      return;
    }
    if (total) {
      takeAll(0, batch, run);
      return;
    }
    grouping.find(batch, run.rows(), size, slots);
    for (int i = 0; i < size; i++) {
      if (slots[i] == GroupTable.NONE) {
        slots[i] = open(grouping.key(batch, run.rows()[i], null));
      }
    }
    for (AggregateStore store : stores) {
      store.addEach(slots, batch, run);
    }
    dropUnused();
  }

  @Override
  public void take(CallBatch batch, EveryNumber.Metric metric, NumberRun run) {
    int size = run.numbers().size();
    if (size == 0) {
      return;
    }
    if (plan.by().isEmpty()) {
      takeAll(open(metric), batch, run);
      return;
    }
    for (int i = 0; i < size; i++) {
      slots[i] = open(grouping.key(batch, run.rows()[i], metric.name()));
    }
    for (AggregateStore store : stores) {
      store.addEach(slots, batch, run);
    }
    dropUnused();
  }

  private int open(EveryNumber.Metric metric) {
    int[] last = metric.lastSlot();
    if (!grouping.table().isAt(last[0], metric.name())) {
      last[0] = open(metric.key());
    }
    return last[0];
  }

  private void takeAll(int slot, CallBatch batch, NumberRun run) {
    for (AggregateStore store : stores) {
      store.addAll(slot, batch, run);
    }
    dropUnused();
  }

  /** The place of a group, which there is from now on if any window has room for it. */
  private int open(String[] key) {
    int found = grouping.table().find(key);
    if (found != GroupTable.NONE) {
      return found;
    }
    for (AggregateStore store : stores) {
      if (store.hasRoom()) {
        int slot = grouping.table().open(key);
        opened[openings++] = slot;
        return slot;
      }
    }
    return GroupTable.NONE;
  }

  private void dropUnused() {
    for (int i = 0; i < openings; i++) {
      grouping.table().dropUnused(opened[i]);
    }
    openings = 0;
  }

  /** Folds a number of the engine's own. */
  void gauge(EngineGauge gauge, long value) {
    if (plan.what() instanceof FoldPlan.Gauge own && own.gauge() == gauge) {
      for (AggregateStore store : stores) {
        store.add(0, 0, value);
      }
    }
  }

  /** Folds a measure at its stamp. */
  void measure(Observation measured, String name, long stamp) {
    if (name.equals(measure)) {
      take(measured, stamp);
    }
  }

  /**
   * Folds a call that a late score has made complete.
   *
   * @param before the call as it was folded when it came
   * @param after the same with the score
   */
  void score(PricedCall before, PricedCall after, String name) {
    long stamp = after.call().timeNanos();
    if (plan.what() instanceof FoldPlan.EveryNumber) {
      long value = after.call().scoreBillionths(name);
      if (value != Event.UNKNOWN && applies(after)) {
        emit(after, Fields.score(name).name(), stamp, value);
      }
    } else if (measure == null && scores.contains(name) && number(before).isEmpty()) {
      take(after, stamp);
    }
  }

  /**
   * Folds a score of an unknown call.
   *
   * @param alone nothing but the score
   */
  void orphan(PricedCall alone, String name) {
    FoldPlan.What what = plan.what();
    long stamp = alone.call().timeNanos();
    boolean ofTheScoreAlone =
        plan.fields().stream()
            .filter(field -> !plan.by().contains(field))
            .allMatch(field -> Fields.scores(field).contains(name));
    if (!ofTheScoreAlone || measure != null) {
      return;
    }
    if (what instanceof FoldPlan.EveryNumber) {
      if (applies(alone)) {
        emit(alone, Fields.score(name).name(), stamp, alone.call().scoreBillionths(name));
      }
    } else if (scores.contains(name)
        && (what instanceof FoldPlan.Value
            || what instanceof FoldPlan.Identity
            || what instanceof FoldPlan.Share)) {
      take(alone, stamp);
    }
  }

  private void take(Observation event, long stamp) {
    number(event).ifPresent(number -> emit(event, null, stamp, number));
  }

  /** The number of an event, if it has one; not for {@code ks(*)}. */
  private OptionalLong number(Observation event) {
    FoldPlan.What what = plan.what();
    if (!applies(event)) {
      return OptionalLong.empty();
    }
    if (what instanceof FoldPlan.Calls) {
      return OptionalLong.of(1);
    }
    if (what instanceof FoldPlan.Value value) {
      long number = value.field().reader().read(event);
      return number == Event.UNKNOWN ? OptionalLong.empty() : OptionalLong.of(number);
    }
    if (what instanceof FoldPlan.Share share) {
      Truth truth = share.predicate().test(event);
      return truth == Truth.UNKNOWN
          ? OptionalLong.empty()
          : OptionalLong.of(truth == Truth.TRUE ? 1 : 0);
    }
    return what instanceof FoldPlan.Identity identity
        ? Identities.of(identity.field(), event)
        : OptionalLong.empty();
  }

  private boolean applies(Observation event) {
    return plan.where().isEmpty() || plan.where().get().test(event) == Truth.TRUE;
  }

  private void emit(Observation event, @Nullable String metric, long stamp, long value) {
    for (Member member : members) {
      member.add(metric == null ? Family.ALL : metric, stamp, value);
    }
    if (stores.length == 0) {
      return;
    }
    int slot = total ? 0 : open(grouping.key(event, metric));
    for (AggregateStore store : stores) {
      store.add(slot, stamp, value);
    }
    dropUnused();
  }
}
