package dev.tocsin.alert;

import dev.tocsin.api.AlertState;
import java.util.ArrayList;
import java.util.List;

/** The lives of one alert, told from its whole history at once instead of tick by tick. */
final class Lives {
  private final List<Long> ticks;
  private final List<Boolean> truths;
  private final AlertRule rule;

  /** A change with the tick at which the life it belongs to began. */
  record Change(long tick, long activation, AlertState from, AlertState to) {}

  Lives(List<Long> ticks, List<Boolean> truths, AlertRule rule) {
    this.ticks = ticks;
    this.truths = truths;
    this.rule = rule;
  }

  List<Change> changes() {
    List<Change> changes = new ArrayList<>();
    int at = 0;
    while (at < ticks.size()) {
      at = truths.get(at) ? life(at, changes) : at + 1;
    }
    return changes;
  }

  /** Adds the life that begins at a place; gives the place behind its end. */
  private int life(int begin, List<Change> changes) {
    long activation = ticks.get(begin);
    int firstFalse = begin + truths.subList(begin, truths.size()).indexOf(false);
    firstFalse = firstFalse < begin ? ticks.size() : firstFalse;
    int fires = begin;
    while (fires < firstFalse && ticks.get(fires) - activation < rule.forNanos()) {
      fires++;
    }
    AlertState state = AlertState.INACTIVE;
    if (fires > begin) {
      changes.add(new Change(activation, activation, state, AlertState.PENDING));
      state = AlertState.PENDING;
    }
    int ends = firstFalse;
    if (fires < firstFalse) {
      changes.add(new Change(ticks.get(fires), activation, state, AlertState.FIRING));
      state = AlertState.FIRING;
      ends = falseForLongEnough(firstFalse);
    }
    if (ends < ticks.size()) {
      changes.add(new Change(ticks.get(ends), activation, state, AlertState.INACTIVE));
    }
    return ends + 1;
  }

  /** The first place at or behind one at which the condition has been false for the keep time. */
  private int falseForLongEnough(int from) {
    for (int end = from; end < ticks.size(); end++) {
      if (!truths.get(end)) {
        int lastTrue = truths.subList(0, end).lastIndexOf(true);
        if (ticks.get(end) - ticks.get(lastTrue + 1) >= rule.keepFiringForNanos()) {
          return end;
        }
      }
    }
    return ticks.size();
  }
}
