package dev.tocsin.aggregate;

import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import java.util.List;
import java.util.stream.IntStream;

/** An aggregate whose numbers lie in a {@link Family}. */
final class Member implements Store {
  private final AggregatePlan plan;
  private final List<ReadingPlan> readings;
  private final String key;
  private final Absence absence;
  private Family family;
  private int index;
  private SlotListener looked = slot -> {};
  private boolean everFolded;
  private long overflowed;

  /** How many groups there are, and the one of what is too much. */
  private int size;

  private int overflow = GroupTable.NONE;

  @SuppressWarnings("NullAway.Init") // the family joins its members before anybody asks them
  Member(AggregatePlan plan, List<ReadingPlan> readings, String key) {
    this.plan = plan;
    this.readings = List.copyOf(readings);
    this.key = key;
    this.absence =
        new Absence(
            readings.stream().anyMatch(each -> each.statistic().remembersGroups()), plan.window());
  }

  void join(Family joined, int place) {
    family = joined;
    index = place;
  }

  Family family() {
    return family;
  }

  /** Its place among the members. */
  int index() {
    return index;
  }

  /** The text that calls must have to be folded here. */
  String key() {
    return key;
  }

  Absence absence() {
    return absence;
  }

  SlotListener looked() {
    return looked;
  }

  int size() {
    return size;
  }

  void size(int groups) {
    size = groups;
  }

  int overflow() {
    return overflow;
  }

  void overflow(int slot) {
    overflow = slot;
  }

  void folded() {
    everFolded = true;
  }

  void overflows(long numbers) {
    overflowed += numbers;
  }

  /** Takes over what another one has counted. */
  void restore(long since, boolean folded, long overflows) {
    absence.since(since);
    everFolded = folded;
    overflowed = overflows;
  }

  /** Folds a number at its stamp. */
  void add(String label, long stampNanos, long value) {
    family.add(this, label, stampNanos, value);
  }

  @Override
  public AggregatePlan plan() {
    return plan;
  }

  @Override
  public List<ReadingPlan> readings() {
    return readings;
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
    return everFolded || family.hasFolded(index);
  }

  @Override
  public long overflowed() {
    return overflowed;
  }

  @Override
  public boolean isOverflowing() {
    return overflow != GroupTable.NONE && !family.isEmpty(overflow);
  }

  @Override
  public long overflowSamples() {
    return isOverflowing() ? family.samples(overflow) : 0;
  }

  @Override
  public int find(Group group) {
    return group.dimensions().equals(plan.fold().dimensions())
        ? family.find(index, group.values().isEmpty() ? Family.ALL : group.values().get(0))
        : GroupTable.NONE;
  }

  @Override
  public Group group(int slot) {
    return family.group(slot);
  }

  @Override
  public boolean isOverflow(int slot) {
    return slot == overflow;
  }

  @Override
  public IntStream slots() {
    return family.slots(index);
  }

  @Override
  public long samples(int slot) {
    return family.samples(slot);
  }

  @Override
  public double read(ReadingPlan reading, int slot) {
    return family.read(this, reading, slot);
  }

  @Override
  public void lookedBy(SlotListener listener) {
    looked = listener;
    family.isHeard(index);
  }
}
