package dev.tocsin.aggregate;

import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import dev.tocsin.event.CallBatch;
import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Function;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import dev.tocsin.window.Numbers;
import dev.tocsin.window.Window;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One aggregate: which groups it has, what is read off each, and which are to be looked at in the
 * next tick. What is remembered of a group lies in {@link GroupStates}.
 */
final class AggregateStore implements Store, Unit {
  private static final int INITIAL = 1;

  private final AggregatePlan plan;
  private final ReadingPlan[] readings;
  private final int maxGroups;
  private final Absence absence;
  private final Grouping grouping;
  private final boolean total;
  private final @Nullable DriftMemo memo;
  private final SlotSet touched = new SlotSet();
  private Agenda agenda = new Agenda();
  private GroupStates states;
  private BitSet groups = new BitSet();

  /** What the sink noted, reading after reading for each place. */
  private long[] noted;

  private int size;
  private int[] admitted = new int[INITIAL];
  private long lastTick = Long.MIN_VALUE;
  private final List<AggregateStore> self = List.of(this);
  private long overflowed;
  private boolean everFolded;
  private SlotListener looked = slot -> {};

  AggregateStore(AggregatePlan plan, List<ReadingPlan> readings, Grouping grouping, int maxGroups) {
    this.plan = plan;
    this.readings = readings.toArray(ReadingPlan[]::new);
    this.grouping = grouping;
    this.maxGroups = maxGroups;
    this.absence =
        new Absence(
            readings.stream().anyMatch(each -> each.statistic().remembersGroups()), plan.window());
    this.noted = new long[this.readings.length];
    this.memo =
        readings.stream().anyMatch(reading -> reading.statistic().function() == Function.KS)
            ? new DriftMemo()
            : null;
    this.total = plan.fold().dimensions().isEmpty();
    this.states = Layout.of(plan, slot -> FoldKinds.of(plan.fold(), table().group(slot)));
    if (total) {
      touch(admit(grouping.table().open(new String[0])));
    }
  }

  @Override
  public AggregatePlan plan() {
    return plan;
  }

  GroupTable table() {
    return grouping.table();
  }

  @Override
  public long since() {
    return absence.since();
  }

  @Override
  public void begin(long tick) {
    if (absence.since() == Long.MIN_VALUE) {
      absence.since(tick);
    }
  }

  @Override
  public boolean everFolded() {
    return everFolded;
  }

  @Override
  public long overflowed() {
    return overflowed;
  }

  @Override
  public List<AggregateStore> overflowsLooked() {
    return self;
  }

  @Override
  public long overflowSamples() {
    return isOverflowing() ? samples(table().overflow()) : 0;
  }

  @Override
  public boolean isOverflowing() {
    int slot = table().overflowIfAny();
    return slot != GroupTable.NONE && groups.get(slot) && !states.isEmpty(slot);
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
    absence.open(slot, empty);
  }

  @Override
  public void register(Agenda told) {
    agenda = told;
    if (!touched.isEmpty()) {
      agenda.touch(plan.id());
    }
  }

  private void touch(int slot) {
    touched.add(slot);
    agenda.touch(plan.id());
  }

  @Override
  public boolean isReadAt(long tick) {
    return tick % plan.tickNanos() == 0;
  }

  @Override
  public long nextDue() {
    long change = nextChange();
    if (change == Window.NEVER || change == Long.MIN_VALUE) {
      return change;
    }
    return Math.floorDiv(change + plan.tickNanos() - 1, plan.tickNanos()) * plan.tickNanos();
  }

  private long nextChange() {
    long change = states.nextChange();
    return Math.min(change, absence.nextDue());
  }

  @Override
  public int id() {
    return plan.id();
  }

  @Override
  public Group group(int slot) {
    return table().group(slot);
  }

  @Override
  public boolean isOverflow(int slot) {
    return table().isOverflow(slot);
  }

  @Override
  public void lookedBy(SlotListener listener) {
    looked = listener;
  }

  @Override
  public void tick(long tick, ReadingSink sink) {
    lastTick = tick;
    states.advance(tick, touched);
    absence.advance(tick, touched);
    for (int i = 0; i < touched.size(); i++) {
      look(touched.get(i), tick, sink);
    }
    touched.clear();
  }

  private void look(int slot, long tick, ReadingSink sink) {
    states.settle(slot, tick);
    long due = absence.keep(slot, states.isEmpty(slot), total, tick);
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
      absence.schedule(slot, due);
    } else {
      forget(slot);
    }
  }

  private double value(int reading, int slot, ReadingSink sink) {
    return memo != null && readings[reading].statistic().function() == Function.KS
        ? memo.value(readings[reading], states, slot, sink)
        : read(readings[reading], slot);
  }

  private void forget(int slot) {
    groups.clear(slot);
    states.forget(slot);
    if (!table().isOverflow(slot)) {
      size--;
      table().release(slot);
    }
  }

  @Override
  public int find(Group group) {
    int slot = table().find(group);
    return slot != GroupTable.NONE && groups.get(slot) ? slot : GroupTable.NONE;
  }

  @Override
  public IntStream slots() {
    return groups.stream();
  }

  @Override
  public long samples(int slot) {
    return states.samples(slot);
  }

  @Override
  public List<ReadingPlan> readings() {
    return List.of(readings);
  }

  @Override
  public double read(ReadingPlan reading, int slot) {
    if (reading.statistic().remembersGroups()) {
      long samples = states.samples(slot);
      boolean waits = reading.statistic() instanceof Statistic.Samples;
      return samples == 0 && waits && absence.isUnwatched(lastTick) ? Double.NaN : samples;
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
    absence.since(other.absence.since());
    everFolded = other.everFolded;
    overflowed = other.overflowed;
    lastTick = other.lastTick;
    touched.clear();
    slots()
        .forEach(
            slot -> {
              note(slot, other.absence.emptySince(slot));
              touch(slot);
            });
  }

  /** What holds the groups, for estimates of memory. */
  List<Object> memory() {
    return List.of(states, noted, absence, table());
  }

  /** Lets go of all places of groups. */
  void release() {
    slots().filter(slot -> !table().isOverflow(slot)).forEach(table()::release);
  }

  @Override
  public void writeTo(DataOutput out, Predicate<Group> kept) throws IOException {
    out.writeLong(absence.since());
    out.writeLong(lastTick);
    out.writeLong(overflowed);
    out.writeBoolean(everFolded);
    int[] slots = slots().filter(slot -> kept.test(group(slot))).toArray();
    out.writeInt(slots.length);
    ValueWriter values = new ValueWriter(out);
    for (int slot : slots) {
      out.writeBoolean(table().isOverflow(slot));
      values.values(table().group(slot).values());
      out.writeLong(absence.emptySince(slot));
    }
    states.writeTo(out, slots);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    restart();
    absence.since(in.readLong());
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
