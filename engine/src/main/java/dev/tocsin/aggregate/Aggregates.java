package dev.tocsin.aggregate;

import dev.tocsin.event.Measured;
import dev.tocsin.event.PricedCall;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.DerivedPlan;
import dev.tocsin.plan.EngineGauge;
import dev.tocsin.plan.Expression;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.Quantity;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * All aggregates of a plan. Folding touches the windows of the groups a call belongs to; a tick
 * looks only at groups that were touched or whose windows change by themselves at that tick, so
 * quiet groups cost nothing. Confined to one thread.
 */
public final class Aggregates {
  private final long tickNanos;
  private final List<FoldDispatch> folds = new ArrayList<>();
  private final List<AggregateStore> stores = new ArrayList<>();
  private final List<DerivedStore> derived = new ArrayList<>();
  private final Map<AggregateStore, List<DerivedStore>> derivedOf = new HashMap<>();
  private final List<GroupWindow> touched = new ArrayList<>();
  private final List<AggregateStore> touchedStores = new ArrayList<>();
  private final TreeMap<Long, List<Waiting>> schedule = new TreeMap<>();
  private long overflowed;

  private record Waiting(AggregateStore store, GroupWindow window) {}

  /** Takes what a reading reads at a tick. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes it.
     *
     * @param reading whose
     * @param value in base units, NaN for no data
     * @param samples how many events it rests on
     */
    void reading(ReadingState reading, double value, long samples);
  }

  /**
   * @param plan what to fold and to read
   * @param maxGroups how many groups an aggregate may have; what is over is counted and left out
   */
  public Aggregates(Plan plan, int maxGroups) {
    this.tickNanos = plan.tickNanos();
    Map<FoldPlan, List<AggregateStore>> byFold = new LinkedHashMap<>();
    for (AggregatePlan aggregate : plan.aggregates()) {
      List<ReadingPlan> readings =
          plan.readings().stream().filter(r -> r.aggregate().id() == aggregate.id()).toList();
      AggregateStore store = new AggregateStore(aggregate, readings, maxGroups);
      stores.add(store);
      byFold.computeIfAbsent(aggregate.fold(), fold -> new ArrayList<>()).add(store);
      if (aggregate.fold().dimensions().isEmpty()) {
        touch(store, Objects.requireNonNull(store.open(Group.ALL)));
      }
    }
    byFold.forEach((fold, of) -> folds.add(new FoldDispatch(fold, of)));
    for (DerivedPlan each : plan.derived()) {
      DerivedStore store = new DerivedStore(each);
      derived.add(store);
      each.readings().stream()
          .map(this::store)
          .distinct()
          .forEach(of -> derivedOf.computeIfAbsent(of, key -> new ArrayList<>()).add(store));
    }
  }

  /**
   * Takes over from the aggregates of another plan: what is folded alike in a like window keeps its
   * state, the rest begins anew. The other ones must not be used any more.
   */
  public void adopt(Aggregates other) {
    touched.forEach(window -> window.touched = false);
    touched.clear();
    touchedStores.clear();
    for (AggregateStore store : stores) {
      for (AggregateStore old : other.stores) {
        if (old.plan().fold().equals(store.plan().fold())
            && old.plan().window().equals(store.plan().window())) {
          store.adopt(old);
        }
      }
      store.windows().forEach(window -> touch(store, window));
    }
    overflowed = other.overflowed;
  }

  /** Writes the state so that the aggregates of an equal plan can {@link #readFrom} it. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(overflowed);
    for (AggregateStore store : stores) {
      store.writeTo(out);
    }
  }

  /** Takes over a state that was written; every group is looked at in the next tick. */
  public void readFrom(DataInput in) throws IOException {
    touched.forEach(window -> window.touched = false);
    touched.clear();
    touchedStores.clear();
    overflowed = in.readLong();
    for (AggregateStore store : stores) {
      store.readFrom(in);
      store.windows().forEach(window -> touch(store, window));
    }
  }

  /** Notes from which tick on calls come in; only the first time counts for each aggregate. */
  public void begin(long tick) {
    stores.forEach(store -> store.begin(tick));
  }

  /** Whether anything that a reading rests on was ever folded. */
  public boolean hasSeen(ReadingPlan reading) {
    return store(reading).everFolded();
  }

  /** From which tick on all that is read has all data. */
  public long since(Quantity quantity) {
    return quantity.readings().stream()
        .mapToLong(reading -> store(reading).since())
        .max()
        .orElse(Long.MIN_VALUE);
  }

  /** Every reading of every group as of the last tick, by reading, then group. */
  public void forEach(Sink sink) {
    for (AggregateStore store : stores) {
      store.windows().stream()
          .sorted(Comparator.comparing(window -> window.group))
          .forEach(
              window -> {
                long samples = window.window.current().samples();
                for (ReadingState reading : window.readings) {
                  ReadingPlan plan = (ReadingPlan) reading.plan();
                  sink.reading(reading, store.read(plan, window), samples);
                }
              });
    }
  }

  /** Takes a number of the engine's own. */
  public void gauge(EngineGauge gauge, long value) {
    for (FoldDispatch fold : folds) {
      fold.gauge(gauge, value, (store, group, number) -> add(store, group, 0, number));
    }
  }

  /** Folds a call at its stamp. */
  public void fold(PricedCall call) {
    long stamp = call.call().timeNanos();
    for (FoldDispatch fold : folds) {
      fold.call(call, (store, group, value) -> add(store, group, stamp, value));
    }
  }

  /** Folds a measure at its stamp. */
  public void fold(Measured measured) {
    long stamp = measured.measure().timeNanos();
    for (FoldDispatch fold : folds) {
      fold.measure(measured, (store, group, value) -> add(store, group, stamp, value));
    }
  }

  /**
   * Folds a call again where a late score is what was missing.
   *
   * @param before the call as it was folded when it came
   * @param after the same with the score
   * @param name of the score
   */
  public void foldScore(PricedCall before, PricedCall after, String name) {
    long stamp = after.call().timeNanos();
    for (FoldDispatch fold : folds) {
      fold.score(before, after, name, (store, group, value) -> add(store, group, stamp, value));
    }
  }

  /**
   * Folds a score whose call is not known: without dimensions, where nothing else is asked of it.
   */
  public void foldOrphan(PricedCall score, String name) {
    long stamp = score.call().timeNanos();
    for (FoldDispatch fold : folds) {
      fold.orphan(score, name, (store, group, value) -> add(store, group, stamp, value));
    }
  }

  /** Moves to a tick and gives every reading that may have changed since the last. */
  public void tick(long tick, Sink sink) {
    int kept = 0;
    for (int i = 0; i < touched.size(); i++) {
      GroupWindow window = touched.get(i);
      AggregateStore store = touchedStores.get(i);
      if (store.isReadAt(tick)) {
        window.touched = false; // before looking: a group may be forgotten there
        look(store, window, tick, sink);
      } else {
        touched.set(kept, window);
        touchedStores.set(kept++, store);
      }
    }
    touched.subList(kept, touched.size()).clear();
    touchedStores.subList(kept, touchedStores.size()).clear();
    while (!schedule.isEmpty() && schedule.firstKey() <= tick) {
      long due = schedule.firstKey();
      for (Waiting waiting : schedule.pollFirstEntry().getValue()) {
        if (waiting.window.scheduled != due) {
          continue; // it was scheduled anew, earlier, by a number that came late
        }
        waiting.window.scheduled = Window.NEVER;
        look(waiting.store, waiting.window, tick, sink);
      }
    }
    for (DerivedStore store : derived) {
      calculate(store, sink);
    }
  }

  /**
   * The earliest tick at which a reading may change, given the last tick: the next one when
   * something was folded since, else the one at which a window changes by itself, or {@link
   * Window#NEVER}.
   */
  public long nextDue(long lastTick) {
    if (!touched.isEmpty()) {
      return lastTick + tickNanos;
    }
    return schedule.isEmpty() ? Window.NEVER : schedule.firstKey();
  }

  /** What is read, or calculated, for a group as of the last tick. */
  public Value read(Quantity quantity, Group group) {
    if (quantity instanceof DerivedPlan calculated) {
      return read(calculated.expression(), group);
    }
    ReadingPlan reading = (ReadingPlan) quantity;
    GroupWindow window = store(reading).find(group);
    return window == null
        ? Value.NO_DATA
        : new Value(store(reading).read(reading, window), window.window.current().samples());
  }

  /**
   * What an expression gives for a group as of the last tick, with the least number of samples that
   * one of its readings rests on.
   *
   * @param group with all dimensions of its readings
   */
  public Value read(Expression expression, Group group) {
    long[] least = {Long.MAX_VALUE};
    double value =
        expression.value(
            operand -> {
              Value read = read(operand.plan(), group.project(operand.plan().dimensions()));
              least[0] = Math.min(least[0], read.samples());
              return read.samples() >= operand.minSamples() ? read.value() : Double.NaN;
            });
    return new Value(value, least[0] == Long.MAX_VALUE ? 0 : least[0]);
  }

  /** How many numbers were left out because an aggregate had too many groups. */
  public long overflowed() {
    return overflowed;
  }

  private void add(AggregateStore store, Group group, long stamp, long value) {
    GroupWindow window = store.open(group);
    if (window == null) {
      overflowed++;
      return;
    }
    window.window.add(stamp, value);
    store.folded();
    touch(store, window);
  }

  private AggregateStore store(ReadingPlan reading) {
    return stores.get(reading.aggregate().id());
  }

  private void calculate(DerivedStore store, Sink sink) {
    for (Group group : store.takeStale(() -> store(store.widest()).groups())) {
      Value value = read(store.plan().expression(), group);
      ReadingState state = store.state(group, !Double.isNaN(value.value()));
      if (state != null) {
        sink.reading(state, value.value(), value.samples());
      }
    }
  }

  private void touch(AggregateStore store, GroupWindow window) {
    if (!window.touched) {
      window.touched = true;
      touched.add(window);
      touchedStores.add(store);
    }
  }

  private void look(AggregateStore store, GroupWindow group, long tick, Sink sink) {
    group.window.advance(tick);
    long due = store.keep(group, tick);
    long samples = group.window.current().samples();
    for (ReadingState reading : group.readings) {
      ReadingPlan plan = (ReadingPlan) reading.plan();
      sink.reading(reading, due <= tick ? Double.NaN : store.read(plan, group), samples);
    }
    for (DerivedStore of : derivedOf.getOrDefault(store, List.of())) {
      of.changed(group.group);
    }
    if (due <= tick) {
      store.forget(group);
    } else {
      schedule(store, group, Math.min(due, group.window.nextChange()));
    }
  }

  private void schedule(AggregateStore store, GroupWindow group, long change) {
    if (change == Window.NEVER) {
      return;
    }
    long due = store.readFrom(change);
    if (due < group.scheduled) {
      group.scheduled = due;
      schedule.computeIfAbsent(due, at -> new ArrayList<>()).add(new Waiting(store, group));
    }
  }
}
