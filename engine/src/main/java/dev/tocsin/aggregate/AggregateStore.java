package dev.tocsin.aggregate;

import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import dev.tocsin.event.CallBatch;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.Numbers;
import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate: which groups it has, what is read off each, and which are to be looked at in the
 * next tick. What is remembered of a group lies in {@link GroupStates}.
 */
final class AggregateStore {
  /** How long an empty group is remembered when a rule asks whether it is absent. */
  private static final long FORGET_AFTER_NANOS = TimeUnit.DAYS.toNanos(1);

  private static final int INITIAL = 1;

  private final AggregatePlan plan;
  private final ReadingPlan[] readings;
  private final int maxGroups;
  private final boolean asksForAbsence;
  private final Grouping grouping;
  private final boolean total;
  private final @Nullable DriftMemo memo;
  private final SlotSet touched = new SlotSet();
  private Agenda agenda = new Agenda();
  private GroupStates states;
  private BitSet groups = new BitSet();

  /** What the sink noted, reading after reading for each place. */
  private long[] noted;

  /** The tick at which each group was first seen empty, while it is; only where one asks. */
  private long[] emptySince = new long[0];

  /** The time at which each waits to be looked at because one asks for absence. */
  private long[] waits = new long[0];

  private final DueHeap waiting = new DueHeap();
  private int size;
  private int[] admitted = new int[INITIAL];
  private long since = Long.MIN_VALUE;
  private long lastTick = Long.MIN_VALUE;
  private long overflowed;
  private boolean everFolded;

  AggregateStore(AggregatePlan plan, List<ReadingPlan> readings, Grouping grouping, int maxGroups) {
    this.plan = plan;
    this.readings = readings.toArray(ReadingPlan[]::new);
    this.grouping = grouping;
    this.maxGroups = maxGroups;
    this.asksForAbsence =
        readings.stream().anyMatch(reading -> reading.statistic() instanceof Statistic.Samples);
    this.noted = new long[this.readings.length];
    this.memo =
        readings.stream().anyMatch(reading -> reading.statistic().function() == Function.KS)
            ? new DriftMemo()
            : null;
    this.total = plan.fold().dimensions().isEmpty();
    this.states = states();
    if (total) {
      touch(admit(grouping.table().open(new String[0])));
    }
  }

  private GroupStates states() {
    WindowShape window = plan.window();
    FoldPlan.What what = plan.fold().what();
    if (!total && !(what instanceof FoldPlan.EveryNumber)) {
      FoldKind kind = FoldKinds.of(plan.fold(), Group.ALL);
      if (window instanceof WindowShape.Sliding sliding
          && sliding.baselineNanos() == 0
          && sliding.offsetNanos() == 0) {
        if (SumTotals.suffice(kind)) {
          return new SlidingSums(sliding, kind);
        }
        if (SlidingSamples.suffice(sliding, kind)) {
          return new SlidingSamples(sliding, kind);
        }
      }
      if (window instanceof WindowShape.Calendar calendar
          && calendar.back() == 0
          && SumTotals.suffice(kind)) {
        return new CalendarSums(calendar, kind);
      }
    }
    return new WindowStates(window, slot -> FoldKinds.of(plan.fold(), table().group(slot)));
  }

  AggregatePlan plan() {
    return plan;
  }

  GroupTable table() {
    return grouping.table();
  }

  /** From when on calls were folded here. */
  long since() {
    return since;
  }

  /** Calls are folded here from a tick on; only the first time counts. */
  void begin(long tick) {
    since = since == Long.MIN_VALUE ? tick : since;
  }

  /** Whether anything was ever folded here. */
  boolean everFolded() {
    return everFolded;
  }

  /** How many numbers went to the group of what is too much. */
  long overflowed() {
    return overflowed;
  }

  /** Whether one more group would be taken. */
  boolean hasRoom() {
    return size < maxGroups;
  }

  /** Folds a number at its stamp. */
  void add(int slot, long stampNanos, long value) {
    int taken = admit(slot);
    states.add(taken, stampNanos, value);
    touch(taken);
    everFolded = true;
  }

  /** Folds numbers of one group. */
  void addAll(int slot, CallBatch batch, NumberRun run) {
    Numbers numbers = run.numbers();
    int taken = admit(slot);
    if (!states.addAll(taken, batch.from(), batch.until(), numbers)) {
      run.spellOut();
      long[] stamps = run.stamps();
      for (int i = 0; i < numbers.size(); i++) {
        states.add(taken, stamps[i], numbers.value(i));
      }
    }
    overflowed += table().isOverflow(taken) ? numbers.size() - 1L : 0;
    touch(taken);
    everFolded = true;
  }

  /** Folds numbers of many groups. */
  void addEach(int[] slots, CallBatch batch, NumberRun run) {
    int size = run.numbers().size();
    if (admitted.length < size) {
      admitted = new int[Math.max(size, 2 * admitted.length)];
    }
    for (int i = 0; i < size; i++) {
      int taken = admit(slots[i]);
      admitted[i] = taken;
      touched.add(taken);
    }
    agenda.touch(plan.id());
    states.addEach(
        admitted, run.stamps(), run.numbers().values(), size, batch.from(), batch.until());
    everFolded = true;
  }

  /** The place itself, or that of the group of what is too much. */
  private int admit(int slot) {
    if (slot != GroupTable.NONE && groups.get(slot)) {
      return slot;
    }
    if (slot == GroupTable.NONE || !(total || hasRoom())) {
      overflowed++;
      int overflow = table().overflow();
      if (!groups.get(overflow)) {
        enter(overflow);
      }
      return overflow;
    }
    table().retain(slot);
    enter(slot);
    return slot;
  }

  private void enter(int slot) {
    groups.set(slot);
    size += table().isOverflow(slot) ? 0 : 1;
    states.open(slot);
    note(slot, Window.NEVER);
  }

  /** Makes place for what is noted of a group that the sink has never heard of. */
  private void note(int slot, long empty) {
    int needed = (slot + 1) * readings.length;
    if (needed > noted.length) {
      noted = Arrays.copyOf(noted, Math.max(needed, 2 * noted.length));
    }
    Arrays.fill(noted, slot * readings.length, needed, ReadingState.FRESH);
    if (memo != null) {
      memo.open(slot);
    }
    if (asksForAbsence) {
      if (slot >= emptySince.length) {
        int length = Math.max(slot + 1, 2 * emptySince.length);
        emptySince = Arrays.copyOf(emptySince, length);
        waits = Arrays.copyOf(waits, length);
      }
      emptySince[slot] = empty;
      waits[slot] = Window.NEVER;
    }
  }

  /** Whom to tell that there is something to look at. */
  void register(Agenda told) {
    agenda = told;
    if (!touched.isEmpty()) {
      agenda.touch(plan.id());
    }
  }

  private void touch(int slot) {
    touched.add(slot);
    agenda.touch(plan.id());
  }

  /** Whether it is looked at at a tick of the engine. */
  boolean isReadAt(long tick) {
    return tick % plan.tickNanos() == 0;
  }

  /** The first tick at which something changes by itself, or {@link Window#NEVER}. */
  long nextDue() {
    long change = nextChange();
    if (change == Window.NEVER || change == Long.MIN_VALUE) {
      return change;
    }
    return Math.floorDiv(change + plan.tickNanos() - 1, plan.tickNanos()) * plan.tickNanos();
  }

  private long nextChange() {
    long change = states.nextChange();
    return waiting.isEmpty() ? change : Math.min(change, waiting.time());
  }

  /**
   * Looks at the groups that may have changed.
   *
   * @param looked takes their places before any group is forgotten
   */
  void tick(long tick, ReadingSink sink, SlotListener looked) {
    lastTick = tick;
    states.advance(tick, touched);
    while (!waiting.isEmpty() && waiting.time() <= tick) {
      int slot = waiting.slot();
      if (waits[slot] == waiting.time()) { // else it waits for another time
        waits[slot] = Window.NEVER;
        touched.add(slot);
      }
      waiting.remove();
    }
    for (int i = 0; i < touched.size(); i++) {
      look(touched.get(i), tick, sink, looked);
    }
    touched.clear();
  }

  private void look(int slot, long tick, ReadingSink sink, SlotListener looked) {
    states.settle(slot, tick);
    long due = keep(slot, tick);
    if (!table().isOverflow(slot)) {
      long samples = states.samples(slot);
      int at = slot * readings.length;
      for (int i = 0; i < readings.length; i++) {
        double value = due <= tick ? Double.NaN : value(i, slot, sink);
        noted[at + i] = sink.reading(readings[i], table(), slot, noted[at + i], value, samples);
      }
      looked.slot(slot);
    }
    if (due > tick) {
      states.schedule(slot);
      if (due < Window.NEVER && due != waits[slot]) {
        waits[slot] = due;
        waiting.add(due, slot);
      }
    } else {
      forget(slot);
    }
  }

  private double value(int reading, int slot, ReadingSink sink) {
    return memo != null && readings[reading].statistic().function() == Function.KS
        ? memo.value(readings[reading], states, slot, sink)
        : read(readings[reading], slot);
  }

  /** Takes places of groups. */
  @FunctionalInterface
  interface SlotListener {
    void slot(int slot);
  }

  /**
   * Notes at a tick whether a group is empty.
   *
   * @return when it is to be looked at for that reason: not later than the tick when it is to be
   *     forgotten, {@link Window#NEVER} when there is no reason
   */
  private long keep(int slot, long tick) {
    long watched = asksForAbsence && tick < watchedFrom() ? watchedFrom() : Window.NEVER;
    if (!asksForAbsence) {
      return total || !states.isEmpty(slot) ? watched : tick;
    }
    if (!states.isEmpty(slot)) {
      emptySince[slot] = Window.NEVER;
      return watched;
    }
    if (total) {
      return watched; // the one total stays: it may read 0, or be absent
    }
    emptySince[slot] = emptySince[slot] == Window.NEVER ? tick : emptySince[slot];
    return Math.min(watched, emptySince[slot] + FORGET_AFTER_NANOS);
  }

  private void forget(int slot) {
    groups.clear(slot);
    states.forget(slot);
    if (!table().isOverflow(slot)) {
      size--;
      table().release(slot);
    }
  }

  /** When the window was watched from end to end for the first time. */
  private long watchedFrom() {
    return since == Long.MIN_VALUE ? since : plan.window().watchedFrom(since);
  }

  /** The place of a group, or {@link GroupTable#NONE} when it is not here. */
  int find(Group group) {
    int slot = table().find(group);
    return slot != GroupTable.NONE && groups.get(slot) ? slot : GroupTable.NONE;
  }

  /** The places of all groups. */
  IntStream slots() {
    return groups.stream();
  }

  /** All groups but the one of what is too much. */
  Set<Group> groups() {
    return slots()
        .filter(slot -> !table().isOverflow(slot))
        .mapToObj(table()::group)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  long samples(int slot) {
    return states.samples(slot);
  }

  /** What is read off it. */
  List<ReadingPlan> readings() {
    return List.of(readings);
  }

  /** What a reading reads for a group, in base units; NaN for no data. */
  double read(ReadingPlan reading, int slot) {
    if (asksForAbsence && reading.statistic() instanceof Statistic.Samples) {
      long samples = states.samples(slot);
      return samples == 0 && lastTick < watchedFrom() ? Double.NaN : samples;
    }
    return states.read(reading, slot);
  }

  /** Begins anew in a grouping whose table has changed. */
  void restart() {
    groups = new BitSet();
    size = 0;
    touched.clear();
    if (total) {
      touch(admit(table().open(new String[0])));
    }
  }

  /**
   * Takes over the groups of an equal aggregate of another plan, which must not be used any more.
   * The grouping of both has the same table.
   */
  void adopt(AggregateStore other) {
    states = other.states;
    groups = other.groups;
    size = other.size;
    since = other.since;
    everFolded = other.everFolded;
    overflowed = other.overflowed;
    lastTick = other.lastTick;
    touched.clear();
    slots()
        .forEach(
            slot -> {
              note(slot, other.asksForAbsence ? other.emptySince[slot] : Window.NEVER);
              touch(slot);
            });
  }

  /** What holds the groups, for estimates of memory. */
  List<Object> memory() {
    return List.of(states, noted, emptySince, waits, table());
  }

  /** Lets go of all places of groups. */
  void release() {
    slots().filter(slot -> !table().isOverflow(slot)).forEach(table()::release);
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeLong(since);
    out.writeLong(lastTick);
    out.writeLong(overflowed);
    out.writeBoolean(everFolded);
    int[] slots = slots().toArray();
    out.writeInt(slots.length);
    ValueWriter values = new ValueWriter(out);
    for (int slot : slots) {
      out.writeBoolean(table().isOverflow(slot));
      values.values(table().group(slot).values());
      out.writeLong(asksForAbsence ? emptySince[slot] : Window.NEVER);
    }
    states.writeTo(out, slots);
  }

  /** Takes over what was written; every group is looked at in the next tick. */
  void readFrom(DataInput in) throws IOException {
    restart();
    since = in.readLong();
    lastTick = in.readLong();
    overflowed = in.readLong();
    everFolded = in.readBoolean();
    int[] slots = new int[in.readInt()];
    ValueReader values = new ValueReader(in);
    for (int i = 0; i < slots.length; i++) {
      boolean overflow = in.readBoolean();
      String[] key = values.values().toArray(String[]::new);
      slots[i] = overflow ? table().overflow() : table().open(key);
      long empty = in.readLong();
      if (!groups.get(slots[i])) {
        if (!overflow) {
          table().retain(slots[i]);
        }
        enter(slots[i]);
      }
      note(slots[i], empty);
      touch(slots[i]);
    }
    states.readFrom(in, slots);
  }
}
