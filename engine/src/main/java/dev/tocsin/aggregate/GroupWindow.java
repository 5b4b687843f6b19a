package dev.tocsin.aggregate;

import dev.tocsin.plan.Group;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.window.Window;
import java.util.List;

/** One group of one aggregate: its window and what is read off it. */
final class GroupWindow {
  final Group group;
  final Window window;
  final List<ReadingState> readings;

  /** Whether something was folded since the last tick. */
  boolean touched;

  /** The tick at which it was first seen empty, while it is. */
  long emptySince = Window.NEVER;

  /** The earliest tick at which it waits to be looked at. */
  long scheduled = Window.NEVER;

  GroupWindow(Group group, Window window, List<ReadingPlan> readings) {
    this.group = group;
    this.window = window;
    this.readings = readings.stream().map(plan -> new ReadingState(plan, group)).toList();
  }
}
