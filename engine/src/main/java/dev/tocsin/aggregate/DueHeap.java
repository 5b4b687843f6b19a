package dev.tocsin.aggregate;

import java.util.Arrays;

/**
 * Which places are due when: a binary heap without objects. A place that is put in anew is in it
 * more than once; who takes out knows which time counts.
 */
final class DueHeap {
  private static final int INITIAL = 4;

  private long[] times = new long[INITIAL];
  private int[] slots = new int[INITIAL];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  /** The earliest time. */
  long time() {
    return times[0];
  }

  /** What is due then. */
  int slot() {
    return slots[0];
  }

  void add(long time, int slot) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      slots = Arrays.copyOf(slots, 2 * size);
    }
    int at = size++;
    while (at > 0 && times[(at - 1) / 2] > time) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    times[at] = time;
    slots[at] = slot;
  }

  /** Takes out what is due first. */
  void remove() {
    size--;
    long time = times[size];
    int slot = slots[size];
    int at = 0;
    for (int child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && times[child + 1] < times[child]) {
        child++;
      }
      if (times[child] >= time) {
        break;
      }
      move(child, at);
      at = child;
    }
    times[at] = time;
    slots[at] = slot;
  }

  private void move(int from, int to) {
    times[to] = times[from];
    slots[to] = slots[from];
  }
}
