package dev.tocsin.aggregate;

import dev.tocsin.window.Window;
import dev.tocsin.window.WindowShape;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * How long groups have been empty, for rules that ask whether something is absent: they remember a
 * group for a day after it fell silent, and say nothing before its window was watched from end to
 * end. Where no rule asks, an empty group is forgotten at once and nothing is kept here.
 */
final class Absence {
  /** How long an empty group is remembered when a rule asks whether it is absent. */
  private static final long FORGET_AFTER_NANOS = TimeUnit.DAYS.toNanos(1);

  private final boolean asked;
  private final WindowShape window;
  private final DueHeap waiting = new DueHeap();
  private long since = Long.MIN_VALUE;

  /** The tick at which each group was first seen empty, while it is. */
  private long[] emptySince = new long[0];

  /** The time at which each waits to be looked at. */
  private long[] waits = new long[0];

  /**
   * @param asked whether a rule asks for absence
   */
  Absence(boolean asked, WindowShape window) {
    this.asked = asked;
    this.window = window;
  }

  boolean isAsked() {
    return asked;
  }

  /** From when on calls were folded, or the least there is. */
  long since() {
    return since;
  }

  void since(long tick) {
    since = tick;
  }

  /** Makes place for a group. */
  void open(int slot, long empty) {
    if (!asked) {
      return;
    }
    if (slot >= emptySince.length) {
      int length = Math.max(slot + 1, 2 * emptySince.length);
      emptySince = Arrays.copyOf(emptySince, length);
      waits = Arrays.copyOf(waits, length);
    }
    emptySince[slot] = empty;
    waits[slot] = Window.NEVER;
  }

  /** The tick at which a group was first seen empty, or {@link Window#NEVER}. */
  long emptySince(int slot) {
    return asked ? emptySince[slot] : Window.NEVER;
  }

  /** Whether too little was watched by a tick to say that nothing came. */
  boolean isUnwatched(long tick) {
    return tick < watchedFrom();
  }

  /** When the window was watched from end to end for the first time. */
  private long watchedFrom() {
    return since == Long.MIN_VALUE ? since : window.watchedFrom(since);
  }

  /**
   * Notes at a tick whether a group is empty.
   *
   * @param total whether it is the one group of all, which stays: it may read 0, or be absent
   * @return when it is to be looked at for that reason: not later than the tick when it is to be
   *     forgotten, {@link Window#NEVER} when there is no reason
   */
  long keep(int slot, boolean empty, boolean total, long tick) {
    if (!asked) {
      return total || !empty ? Window.NEVER : tick;
    }
    long watched = tick < watchedFrom() ? watchedFrom() : Window.NEVER;
    if (!empty) {
      emptySince[slot] = Window.NEVER;
      return watched;
    }
    if (total) {
      return watched;
    }
    emptySince[slot] = emptySince[slot] == Window.NEVER ? tick : emptySince[slot];
    return Math.min(watched, emptySince[slot] + FORGET_AFTER_NANOS);
  }

  /** Looks at a group again at a time. */
  void schedule(int slot, long due) {
    if (due < Window.NEVER && due != waits[slot]) {
      waits[slot] = due;
      waiting.add(due, slot);
    }
  }

  /** Adds the groups whose time has come. */
  void advance(long tick, SlotSet touched) {
    while (!waiting.isEmpty() && waiting.time() <= tick) {
      int slot = waiting.slot();
      if (waits[slot] == waiting.time()) { // else it waits for another time
        waits[slot] = Window.NEVER;
        touched.add(slot);
      }
      waiting.remove();
    }
  }

  /** The earliest time at which one is to be looked at, or {@link Window#NEVER}. */
  long nextDue() {
    return waiting.isEmpty() ? Window.NEVER : waiting.time();
  }
}
