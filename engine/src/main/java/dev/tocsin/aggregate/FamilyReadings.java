package dev.tocsin.aggregate;

import dev.tocsin.plan.Function;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.Statistic;
import java.util.ArrayList;
import java.util.List;

/**
 * What is read off the members of a family at each tick. They all read much the same, so that
 * nothing of a single member is looked at while its readings stay where they are.
 */
final class FamilyReadings {
  private final Member[] members;
  private final GroupStates states;
  private final FamilyPlaces places;

  /** What is read off members, each statistic once. */
  private final ReadingPlan[] likes;

  private final boolean[] isDrift;
  private final boolean[] isPresence;

  /** The reading of each member of each statistic; where it has none, that of another member. */
  private final ReadingPlan[] readings;

  private final boolean[] isAsked;
  private final CalmReadings calm = new CalmReadings();
  private final DriftMemo memo = new DriftMemo();

  FamilyReadings(Member[] members, GroupStates states, FamilyPlaces places) {
    this.members = members;
    this.states = states;
    this.places = places;
    this.likes = likes(members).toArray(ReadingPlan[]::new);
    this.isDrift = new boolean[likes.length];
    this.isPresence = new boolean[likes.length];
    this.readings = new ReadingPlan[likes.length * members.length];
    this.isAsked = new boolean[readings.length];
    for (int i = 0; i < likes.length; i++) {
      isDrift[i] = likes[i].statistic().function() == Function.KS;
      isPresence[i] = likes[i].statistic().remembersGroups();
      for (int j = 0; j < members.length; j++) {
        note(i, j);
      }
    }
  }

  private static List<ReadingPlan> likes(Member[] members) {
    List<ReadingPlan> likes = new ArrayList<>();
    for (Member member : members) {
      for (ReadingPlan reading : member.readings()) {
        if (likes.stream().noneMatch(like -> like.statistic().equals(reading.statistic()))) {
          likes.add(reading);
        }
      }
    }
    return likes;
  }

  private void note(int statistic, int member) {
    int at = member * likes.length + statistic;
    readings[at] = likes[statistic];
    for (ReadingPlan own : members[member].readings()) {
      if (own.statistic().equals(likes[statistic].statistic())) {
        readings[at] = own;
        isAsked[at] = true;
      }
    }
  }

  /** Makes place for the readings of a place that the sink has never heard of. */
  void open(int slot) {
    int first = places.owner(slot) * likes.length;
    calm.open(slot * likes.length, likes.length);
    for (int i = 0; i < likes.length; i++) {
      if (!isAsked[first + i]) {
        calm.ignore(slot * likes.length + i);
      }
    }
    memo.open(slot);
  }

  /**
   * Gives the readings of a place that may have changed something.
   *
   * @param stays false where the place is about to be forgotten
   */
  void give(int slot, int owner, boolean stays, long tick, ReadingSink sink) {
    long samples = states.samples(slot);
    int at = slot * likes.length;
    int own = owner * likes.length;
    for (int i = 0; i < likes.length; i++) {
      double value = stays ? value(i, slot, owner, tick, sink) : Double.NaN;
      if (!calm.isCalm(at + i, value, samples) && isAsked[own + i]) {
        calm.give(at + i, readings[own + i], places, slot, value, samples, sink);
      }
    }
  }

  private double value(int statistic, int slot, int owner, long tick, ReadingSink sink) {
    if (isDrift[statistic]) {
      return memo.value(readings[owner * likes.length + statistic], states, slot, sink);
    }
    return isPresence[statistic]
        ? presence(members[owner], likes[statistic], slot, tick)
        : states.read(likes[statistic], slot);
  }

  private double presence(Member member, ReadingPlan reading, int slot, long tick) {
    long samples = states.samples(slot);
    boolean waits = reading.statistic() instanceof Statistic.Samples;
    return samples == 0 && waits && member.absence().isUnwatched(tick) ? Double.NaN : samples;
  }

  /** What a reading of a member reads, in base units; NaN for no data. */
  double read(Member member, ReadingPlan reading, int slot, long tick) {
    return reading.statistic().remembersGroups()
        ? presence(member, reading, slot, tick)
        : states.read(reading, slot);
  }
}
