package dev.tocsin.aggregate;

import dev.tocsin.plan.AggregatePlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One aggregate, as those see it who read it: its groups, and what is read off each. */
sealed interface Store permits AggregateStore, Member {
  AggregatePlan plan();

  /** What is read off it. */
  List<ReadingPlan> readings();

  /** From when on calls were folded here. */
  long since();

  /** Calls are folded here from a tick on; only the first time counts. */
  void begin(long tick);

  /** Whether anything was ever folded here. */
  boolean everFolded();

  /** How many numbers went to the group of what is too much. */
  long overflowed();

  /** Whether the group of what is too much holds anything. */
  boolean isOverflowing();

  /** How many numbers count in the group of what is too much. */
  long overflowSamples();

  /** The place of a group, or {@link GroupTable#NONE} when it is not here. */
  int find(Group group);

  /** The group at a place. */
  Group group(int slot);

  /** Whether it is the group of what is too much. */
  boolean isOverflow(int slot);

  /** The places of all groups. */
  IntStream slots();

  /** All groups but the one of what is too much. */
  default Set<Group> groups() {
    return slots()
        .filter(slot -> !isOverflow(slot))
        .mapToObj(this::group)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** How many numbers a group's window shows. */
  long samples(int slot);

  /** What a reading reads for a group, in base units; NaN for no data. */
  double read(ReadingPlan reading, int slot);

  /** Takes the place of each group that was looked at, before any is forgotten. */
  void lookedBy(SlotListener listener);

  /** Takes places of groups. */
  @FunctionalInterface
  interface SlotListener {
    void slot(int slot);
  }
}
