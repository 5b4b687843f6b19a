package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import dev.tocsin.event.Field;
import dev.tocsin.event.Measured;
import dev.tocsin.event.Predicate;
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
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * All aggregates of a plan. Calls come in batches of one tick. A tick looks only at groups that
 * were touched or whose windows change by themselves at that tick, so quiet groups cost nothing.
 * Confined to one thread.
 */
public final class Aggregates {
  private static final BitSet NONE = new BitSet(0);

  private final long tickNanos;
  private final int maxGroups;
  private final BatchFolds batches;
  private final Map<GroupingKey, Grouping> groupings = new LinkedHashMap<>();
  private final List<Fold> folds = new ArrayList<>();
  private final Store[] stores;

  /** What is looked at, by its id; and each once. */
  private final @Nullable Unit[] looked;

  private final List<Unit> units = new ArrayList<>();
  private final List<DerivedStore> derived = new ArrayList<>();
  private final Map<Store, List<DerivedStore>> listeners = new HashMap<>();
  private final Agenda agenda = new Agenda();
  private final Looks work = new Looks();
  private final BitSet overflowing = new BitSet();
  private final BitSet overflowChanged = new BitSet();

  /** Looks at aggregates for a sink. */
  private final class Looks implements Agenda.Work {
    private ReadingSink sink = (quantity, groups, slot, noted, value, samples) -> noted;

    @Override
    public boolean isReadAt(int id, long tick) {
      return unit(id).isReadAt(tick);
    }

    @Override
    public long look(int id, long tick) {
      Unit unit = unit(id);
      unit.tick(tick, sink);
      List<? extends Store> overflows = unit.overflowsLooked();
      for (int i = 0; i < overflows.size(); i++) {
        int store = overflows.get(i).plan().id();
        if (overflows.get(i).isOverflowing() != overflowing.get(store)) {
          overflowing.flip(store);
          overflowChanged.flip(store);
        }
      }
      return unit.nextDue();
    }

    @SuppressWarnings("NullAway") // the agenda knows only ids of units
    private Unit unit(int id) {
      return looked[id];
    }
  }

  /** What folds with the same groups have in common; of totals everything. */
  private record GroupingKey(List<Field> by, boolean everyNumber, Optional<Predicate> where) {
    static GroupingKey of(FoldPlan fold) {
      return new GroupingKey(
          fold.by(),
          fold.what() instanceof FoldPlan.EveryNumber,
          fold.dimensions().isEmpty() ? Optional.empty() : fold.where());
    }
  }

  /**
   * @param plan what to fold and to read
   * @param maxGroups how many groups an aggregate may have; what is over goes into one group that
   *     the sink never hears of, and is counted
   * @param batch where {@link #foldBatch} finds calls
   */
  public Aggregates(Plan plan, int maxGroups, CallBatch batch) {
    this.tickNanos = plan.tickNanos();
    this.maxGroups = maxGroups;
    this.batches = new BatchFolds(batch);
    this.stores = new Store[plan.aggregates().size()];
    this.looked = new Unit[stores.length];
    Map<Integer, List<ReadingPlan>> readings =
        plan.readings().stream().collect(Collectors.groupingBy(r -> r.aggregate().id()));
    Map<FoldPlan, List<AggregateStore>> byFold = new LinkedHashMap<>();
    Map<FoldPlan, List<Member>> membersByFold = new LinkedHashMap<>();
    Map<Member, KeyedFold> members = new LinkedHashMap<>();
    for (AggregatePlan aggregate : plan.aggregates()) {
      FoldPlan fold = aggregate.fold();
      List<ReadingPlan> read = readings.getOrDefault(aggregate.id(), List.of());
      KeyedFold keyed = KeyedFold.of(fold).orElse(null);
      if (keyed == null) {
        AggregateStore store = new AggregateStore(aggregate, read, grouping(fold), maxGroups);
        stores[aggregate.id()] = store;
        units.add(store);
        byFold.computeIfAbsent(fold, each -> new ArrayList<>()).add(store);
      } else {
        Member member = new Member(aggregate, read, keyed.key());
        stores[aggregate.id()] = member;
        members.put(member, keyed);
        membersByFold.computeIfAbsent(fold, each -> new ArrayList<>()).add(member);
      }
    }
    units.addAll(new Families(members, batches, maxGroups).all());
    byFold.forEach((fold, of) -> folds.add(fold(fold, of)));
    membersByFold.forEach(
        (fold, of) -> folds.add(Fold.ofMembers(fold, new Grouping(fold, batches.columns()), of)));
    for (Unit unit : units) {
      looked[unit.id()] = unit;
      unit.register(agenda);
    }
    plan.derived().forEach(this::derive);
  }

  private Grouping grouping(FoldPlan fold) {
    return groupings.computeIfAbsent(
        GroupingKey.of(fold), key -> new Grouping(fold, batches.columns()));
  }

  private Fold fold(FoldPlan plan, List<AggregateStore> of) {
    return Fold.looksAtCalls(plan)
        ? batches.add(plan, grouping(plan), of)
        : new Fold(plan, grouping(plan), of, fold -> {});
  }

  private void derive(DerivedPlan plan) {
    DerivedStore calculated = new DerivedStore(plan);
    derived.add(calculated);
    Set<Store> sources = new HashSet<>();
    plan.readings().forEach(reading -> sources.add(store(reading)));
    for (Store source : sources) {
      listeners.computeIfAbsent(source, this::listeners).add(calculated);
    }
  }

  /** The calculated numbers that rest on an aggregate, from the first one on. */
  private List<DerivedStore> listeners(Store source) {
    List<DerivedStore> resting = new ArrayList<>();
    source.lookedBy(
        slot -> {
          for (int i = 0; i < resting.size(); i++) {
            resting.get(i).changed(source.group(slot));
          }
        });
    return resting;
  }

  /**
   * Takes over from the aggregates of another plan: what is folded alike in a like window keeps its
   * state, the rest begins anew. The other ones must not be used any more.
   */
  public void adopt(Aggregates other) {
    groupings.forEach(
        (key, grouping) -> {
          Grouping old = other.groupings.get(key);
          if (old != null) {
            grouping.adopt(old);
          }
        });
    List<Store> left = new ArrayList<>(List.of(other.stores));
    Map<Member, Member> members = new LinkedHashMap<>();
    for (Store store : stores) {
      Optional<Store> same =
          left.stream()
              .filter(old -> old.plan().fold().equals(store.plan().fold()))
              .filter(old -> old.plan().window().equals(store.plan().window()))
              .findFirst();
      same.ifPresent(left::remove);
      if (store instanceof AggregateStore own) {
        same.ifPresentOrElse(old -> own.adopt((AggregateStore) old), own::restart);
      } else {
        same.ifPresent(old -> members.put((Member) store, (Member) old));
      }
    }
    Families.adopt(members);
    for (Store old : left) {
      if (old instanceof AggregateStore gone) {
        gone.release();
      }
    }
  }

  /** Writes the state so that the aggregates of an equal plan can {@link #readFrom} it. */
  public void writeTo(DataOutput out) throws IOException {
    writeTo(out, group -> true);
  }

  /** The same without some groups. */
  public void writeTo(DataOutput out, java.util.function.Predicate<Group> kept) throws IOException {
    for (Unit unit : units) {
      unit.writeTo(out, kept);
    }
  }

  /** Takes over a state that was written; every group is looked at in the next tick. */
  public void readFrom(DataInput in) throws IOException {
    for (Unit unit : units) {
      unit.readFrom(in);
    }
  }

  /** Notes from which tick on calls come in; only the first time counts for each aggregate. */
  public void begin(long tick) {
    for (Store store : stores) {
      store.begin(tick);
    }
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

  /** Takes what a reading reads for a group. */
  @FunctionalInterface
  public interface Reader {
    /**
     * Takes it.
     *
     * @param value in base units, NaN for no data
     * @param samples how many events it rests on
     */
    void reading(ReadingPlan reading, Group group, double value, long samples);
  }

  /**
   * Every reading of every group, by reading, then group; among them the group of what is too much,
   * where there is one.
   */
  public void forEach(Reader reader) {
    for (Store store : stores) {
      IntFunction<Group> groups = store::group;
      store
          .slots()
          .boxed()
          .sorted(Comparator.comparing(groups::apply))
          .forEach(
              slot -> {
                long samples = store.samples(slot);
                for (ReadingPlan plan : store.readings()) {
                  reader.reading(plan, groups.apply(slot), store.read(plan, slot), samples);
                }
              });
    }
  }

  /** Takes a number of the engine's own. */
  public void gauge(EngineGauge gauge, long value) {
    folds.forEach(fold -> fold.gauge(gauge, value));
  }

  /** Folds the calls of the batch, each at its stamp; the batch is the caller's to clear. */
  public void foldBatch() {
    batches.fold();
  }

  /** Folds a measure at its stamp. */
  public void fold(Measured measured) {
    for (Fold fold : folds) {
      fold.measure(measured, measured.measure().name(), measured.measure().timeNanos());
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
    for (Fold fold : folds) {
      fold.score(before, after, name);
    }
  }

  /**
   * Folds a score whose call is not known: without dimensions, where nothing else is asked of it.
   */
  public void foldOrphan(PricedCall score, String name) {
    for (Fold fold : folds) {
      fold.orphan(score, name);
    }
  }

  /** Moves to a tick and gives every reading that may have changed since the last. */
  public void tick(long tick, ReadingSink sink) {
    work.sink = sink;
    agenda.tick(tick, work);
    for (int i = 0; i < derived.size(); i++) {
      calculate(derived.get(i), sink);
    }
  }

  /**
   * The earliest tick at which a reading may change, given the last tick: the next one when
   * something was folded since, else the one at which a window changes by itself, or {@link
   * Window#NEVER}.
   */
  public long nextDue(long lastTick) {
    return agenda.isTouched() ? lastTick + tickNanos : agenda.nextDue();
  }

  /** What is read, or calculated, for a group as of the last tick. */
  public Value read(Quantity quantity, Group group) {
    if (quantity instanceof DerivedPlan calculated) {
      return read(calculated.expression(), group);
    }
    ReadingPlan reading = (ReadingPlan) quantity;
    Store store = store(reading);
    int slot = store.find(group);
    return slot == GroupTable.NONE
        ? Value.NO_DATA
        : new Value(store.read(reading, slot), store.samples(slot));
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

  /** How many numbers went to groups of what is too much. */
  public long overflowed() {
    long overflowed = 0;
    for (Store store : stores) {
      overflowed += store.overflowed();
    }
    return overflowed;
  }

  /**
   * The aggregates, by their ids, that since the last time were found to have a group of what is
   * too much, or to have none any more.
   */
  public BitSet takeOverflowChanged() {
    if (overflowChanged.isEmpty()) {
      return NONE;
    }
    BitSet changed = (BitSet) overflowChanged.clone();
    overflowChanged.clear();
    return changed;
  }

  /** Whether an aggregate had more groups than it may as of its last tick. */
  public boolean isOverflowing(int id) {
    return overflowing.get(id);
  }

  /** How many events went to the group of what is too much and still count there. */
  public long overflowSamples(int id) {
    return overflowing.get(id) ? stores[id].overflowSamples() : 0;
  }

  /** How many groups an aggregate may have. */
  public int maxGroups() {
    return maxGroups;
  }

  private Store store(ReadingPlan reading) {
    return stores[reading.aggregate().id()];
  }

  private void calculate(DerivedStore calculated, ReadingSink sink) {
    for (Group group : calculated.takeStale(() -> store(calculated.widest()).groups())) {
      Value value = read(calculated.plan().expression(), group);
      calculated.give(group, value.value(), value.samples(), sink);
    }
  }
}
