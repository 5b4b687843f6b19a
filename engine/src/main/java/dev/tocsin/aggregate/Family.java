package dev.tocsin.aggregate;

import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import dev.tocsin.event.CallBatch;
import dev.tocsin.plan.FoldPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.Window;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Aggregates that are alike but for one text that calls must have: together in arrays, as the
 * groups of one aggregate are, where each would be dozens of objects. What nobody asks for has no
 * place.
 */
final class Family implements Unit {
  /** The label of a member's place where it has but one. */
  static final String ALL = "";

  private final long tickNanos;
  private final int maxGroups;
  private final boolean total;
  private final Member[] members;

  /** The members of which a rule asks whether they are absent. */
  private final List<Member> watched;

  /** The member of each key, -1 for none. */
  private final int[] memberOfKey;

  private final boolean[] isWatched;
  private final boolean[] isHeard;
  private final boolean[] folded;
  private final FamilyPlaces places;
  private final GroupStates states;
  private final FamilyReadings readings;
  private final SlotSet touched = new SlotSet();
  private final List<Member> overflowsLooked = new ArrayList<>();
  private final int[] slots = new int[CallBatch.CAPACITY];
  private final long[] stamps = new long[CallBatch.CAPACITY];
  private final long[] values = new long[CallBatch.CAPACITY];
  private Agenda agenda = new Agenda();
  private long lastTick = Long.MIN_VALUE;

  /**
   * @param common the fold of all without what they differ in
   * @param members at least one, all with the same window and ticks
   * @param maxGroups how many groups each member may have
   */
  Family(FoldPlan common, List<Member> members, KeyColumn keys, int maxGroups) {
    this.tickNanos = members.get(0).plan().tickNanos();
    this.maxGroups = maxGroups;
    this.total = common.dimensions().isEmpty();
    this.members = members.toArray(Member[]::new);
    this.watched = members.stream().filter(member -> member.absence().isAsked()).toList();
    this.memberOfKey = memberOfKey(members, keys);
    this.isWatched = new boolean[members.size()];
    this.isHeard = new boolean[members.size()];
    this.folded = new boolean[members.size()];
    this.places = new FamilyPlaces(members.size());
    this.states =
        Layout.ofFamily(
            common,
            members.get(0).plan().window(),
            slot -> FoldKinds.of(common, places.group(slot)));
    this.readings = new FamilyReadings(this.members, states, places);
    for (Member member : members) {
      join(member);
    }
  }

  private static int[] memberOfKey(List<Member> members, KeyColumn keys) {
    int[] numbers = members.stream().mapToInt(member -> keys.number(member.key())).toArray();
    int[] byKey = new int[Arrays.stream(numbers).max().orElse(0) + 1];
    Arrays.fill(byKey, -1);
    for (int i = 0; i < numbers.length; i++) {
      byKey[numbers[i]] = i;
    }
    return byKey;
  }

  private void join(Member member) {
    int index = Arrays.asList(members).indexOf(member);
    member.join(this, index);
    isWatched[index] = member.absence().isAsked();
    if (total) {
      enter(places.open(index, ALL), Window.NEVER);
    }
  }

  @Override
  public int id() {
    return members[0].plan().id();
  }

  @Override
  public List<Member> overflowsLooked() {
    return overflowsLooked;
  }

  /** Whether a place's window shows nothing. */
  boolean isEmpty(int slot) {
    return states.isEmpty(slot);
  }

  @Override
  public void register(Agenda told) {
    agenda = told;
    if (!touched.isEmpty()) {
      agenda.touch(id());
    }
  }

  /**
   * Folds the numbers of calls whose keys are asked for.
   *
   * @param keys of the calls of the batch, by their places
   * @param label of the groups, {@link #ALL} where each member has but one
   */
  void take(int[] keys, CallBatch batch, NumberRun run, String label) {
    int[] rows = run.rows();
    long[] numbers = run.numbers().values();
    int[] known = places.of(label);
    int taken = 0;
    for (int i = 0; i < run.numbers().size(); i++) {
      int key = keys[rows[i]];
      int member = key >= 0 && key < memberOfKey.length ? memberOfKey[key] : -1;
      if (member < 0) {
        continue;
      }
      int slot = known[member];
      if (slot == GroupTable.NONE) {
        slot = open(members[member], label);
        known = places.of(label);
      }
      folded[member] = true;
      touched.add(slot);
      slots[taken] = slot;
      stamps[taken] = batch.stamp(rows[i]);
      values[taken++] = numbers[i];
    }
    if (taken > 0) {
      states.addEach(slots, stamps, values, taken, batch.from(), batch.until());
      agenda.touch(id());
    }
  }

  /** Folds a number of a member at its stamp. */
  void add(Member member, String label, long stampNanos, long value) {
    int slot = places.find(member.index(), label);
    slot = slot == GroupTable.NONE ? open(member, label) : slot;
    states.add(slot, stampNanos, value);
    folded[member.index()] = true;
    touch(slot);
  }

  private int open(Member member, String label) {
    if (member.size() < maxGroups) {
      int slot = places.open(member.index(), label);
      enter(slot, Window.NEVER);
      return slot;
    }
    member.overflows(1);
    if (member.overflow() == GroupTable.NONE) {
      enterOverflow(member, Window.NEVER);
    }
    return member.overflow();
  }

  private void enterOverflow(Member member, long empty) {
    member.overflow(places.openOverflow(member.index()));
    enter(member.overflow(), empty);
  }

  private void enter(int slot, long empty) {
    Member member = members[places.owner(slot)];
    member.size(member.size() + (places.isOverflow(slot) ? 0 : 1));
    states.open(slot);
    readings.open(slot);
    member.absence().open(slot, empty);
    touch(slot);
  }

  private void touch(int slot) {
    touched.add(slot);
    agenda.touch(id());
  }

  @Override
  public boolean isReadAt(long tick) {
    return tick % tickNanos == 0;
  }

  @Override
  public long nextDue() {
    long change = states.nextChange();
    for (int i = 0; i < watched.size(); i++) {
      change = Math.min(change, watched.get(i).absence().nextDue());
    }
    return change == Window.NEVER || change == Long.MIN_VALUE
        ? change
        : Math.floorDiv(change + tickNanos - 1, tickNanos) * tickNanos;
  }

  @Override
  public void tick(long tick, ReadingSink sink) {
    lastTick = tick;
    if (!overflowsLooked.isEmpty()) {
      overflowsLooked.clear();
    }
    states.advance(tick, touched);
    for (int i = 0; i < watched.size(); i++) {
      watched.get(i).absence().advance(tick, touched);
    }
    for (int i = 0; i < touched.size(); i++) {
      look(touched.get(i), tick, sink);
    }
    touched.clear();
  }

  private void look(int slot, long tick, ReadingSink sink) {
    states.settle(slot, tick);
    int owner = places.owner(slot);
    boolean empty = states.isEmpty(slot);
    boolean stays = total || !empty;
    long due = stays ? Window.NEVER : tick;
    if (isWatched[owner]) {
      due = members[owner].absence().keep(slot, empty, total, tick);
      stays = due > tick;
    }
    if (places.isOverflow(slot)) {
      overflowsLooked.add(members[owner]);
    } else {
      readings.give(slot, owner, stays, tick, sink);
      if (isHeard[owner]) {
        members[owner].looked().slot(slot);
      }
    }
    if (!stays) {
      forget(slot, members[owner]);
      return;
    }
    states.schedule(slot);
    if (isWatched[owner]) {
      members[owner].absence().schedule(slot, due);
    }
  }

  private void forget(int slot, Member member) {
    states.forget(slot);
    if (places.isOverflow(slot)) {
      member.overflow(GroupTable.NONE);
    } else {
      member.size(member.size() - 1);
    }
    places.close(slot);
  }

  /** Somebody wants to hear of the groups of a member that were looked at. */
  void isHeard(int member) {
    isHeard[member] = true;
  }

  boolean hasFolded(int member) {
    return folded[member];
  }

  int find(int member, String label) {
    return places.find(member, label);
  }

  Group group(int slot) {
    return places.group(slot);
  }

  /** The places of a member. */
  IntStream slots(int member) {
    return places.all().filter(slot -> places.owner(slot) == member);
  }

  long samples(int slot) {
    return states.samples(slot);
  }

  double read(Member member, ReadingPlan reading, int slot) {
    return readings.read(member, reading, slot, lastTick);
  }

  @Override
  public void writeTo(DataOutput out, Predicate<Group> kept) throws IOException {
    out.writeLong(lastTick);
    for (Member member : members) {
      out.writeLong(member.since());
      out.writeBoolean(member.everFolded());
      out.writeLong(member.overflowed());
    }
    int[] all = places.all().filter(slot -> kept.test(group(slot))).toArray();
    out.writeInt(all.length);
    ValueWriter labels = new ValueWriter(out);
    for (int slot : all) {
      out.writeInt(places.owner(slot));
      out.writeBoolean(places.isOverflow(slot));
      labels.values(List.of(places.label(slot)));
      out.writeLong(members[places.owner(slot)].absence().emptySince(slot));
    }
    states.writeTo(out, all);
  }

  @Override
  public void readFrom(DataInput in) throws IOException {
    lastTick = in.readLong();
    for (Member member : members) {
      member.restore(in.readLong(), in.readBoolean(), in.readLong());
    }
    int[] all = new int[in.readInt()];
    ValueReader labels = new ValueReader(in);
    for (int i = 0; i < all.length; i++) {
      Member member = members[in.readInt()];
      boolean overflow = in.readBoolean();
      all[i] = restore(member, overflow, labels.values().get(0), in.readLong());
    }
    states.readFrom(in, all);
  }

  /**
   * Takes over members of another plan's family, which must not be used any more.
   *
   * @param theirs by ours
   */
  void adopt(Family other, Map<Member, Member> theirs) {
    lastTick = Math.max(lastTick, other.lastTick);
    IntStream.Builder from = IntStream.builder();
    IntStream.Builder to = IntStream.builder();
    theirs.forEach(
        (mine, old) -> {
          mine.restore(old.since(), old.everFolded(), old.overflowed());
          old.slots()
              .forEach(
                  slot -> {
                    long empty = old.absence().emptySince(slot);
                    from.add(slot);
                    to.add(restore(mine, old.isOverflow(slot), other.places.label(slot), empty));
                  });
        });
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      other.states.writeTo(new DataOutputStream(bytes), from.build().toArray());
      ByteArrayInputStream in = new ByteArrayInputStream(bytes.toByteArray());
      states.readFrom(new DataInputStream(in), to.build().toArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // of memory there is none
    }
  }

  /** Moves to the tick of another one, so that both can be taken over as one. */
  void moveTo(long tick) {
    if (tick > lastTick) {
      lastTick = tick;
      states.advance(tick, touched);
    }
  }

  long lastTick() {
    return lastTick;
  }

  private int restore(Member member, boolean overflow, String label, long empty) {
    if (overflow) {
      enterOverflow(member, empty);
      return member.overflow();
    }
    int known = places.find(member.index(), label);
    if (known != GroupTable.NONE) {
      member.absence().open(known, empty);
      touch(known);
      return known;
    }
    int opened = places.open(member.index(), label);
    enter(opened, empty);
    return opened;
  }
}
