package dev.tocsin.aggregate;

import dev.tocsin.window.Window;
import java.util.Arrays;

/**
 * Which aggregates have something to do at a tick: those that were touched since, and those whose
 * windows change by themselves. The others cost nothing, however many there are.
 */
final class Agenda {
  private int[] touched = new int[1];
  private int size;
  private boolean[] listed = new boolean[1];

  /** The earliest time at which each waits to be looked at. */
  private long[] waits = {Window.NEVER};

  private final DueHeap due = new DueHeap();

  /** Does what an aggregate has to do. */
  interface Work {
    /** Whether the aggregate is looked at at this tick. */
    boolean isReadAt(int id, long tick);

    /** Looks at it; the next time at which it changes by itself, or {@link Window#NEVER}. */
    long look(int id, long tick);
  }

  /** Something was folded into an aggregate. */
  void touch(int id) {
    if (id >= listed.length) {
      grow(id);
    }
    if (!listed[id]) {
      listed[id] = true;
      if (size == touched.length) {
        touched = Arrays.copyOf(touched, 2 * size);
      }
      touched[size++] = id;
    }
  }

  private void grow(int id) {
    int before = listed.length;
    int length = Math.max(id + 1, 2 * before);
    listed = Arrays.copyOf(listed, length);
    waits = Arrays.copyOf(waits, length);
    Arrays.fill(waits, before, length, Window.NEVER);
  }

  /** Whether any was touched. */
  boolean isTouched() {
    return size > 0;
  }

  /** The earliest time at which one changes by itself, or {@link Window#NEVER}. */
  long nextDue() {
    return due.isEmpty() ? Window.NEVER : due.time();
  }

  /** Does what is to be done at a tick. */
  void tick(long tick, Work work) {
    while (!due.isEmpty() && due.time() <= tick) {
      int id = due.slot();
      if (waits[id] == due.time()) { // else it waits for another time
        waits[id] = Window.NEVER;
        touch(id);
      }
      due.remove();
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      int id = touched[i];
      if (!work.isReadAt(id, tick)) {
        touched[kept++] = id;
        continue;
      }
      listed[id] = false;
      long next = work.look(id, tick);
      if (next < waits[id]) {
        waits[id] = next;
        due.add(next, id);
      }
    }
    size = kept;
  }
}
