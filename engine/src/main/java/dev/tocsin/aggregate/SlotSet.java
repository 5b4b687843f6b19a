package dev.tocsin.aggregate;

import java.util.Arrays;

/** A set of places in the order in which they came. Allocates only to grow. */
final class SlotSet {
  private static final int INITIAL = 8;

  private int[] slots = new int[INITIAL];
  private int size;
  private long[] members = new long[1];

  boolean contains(int slot) {
    int word = slot >> 6;
    return word < members.length && (members[word] & 1L << slot) != 0;
  }

  void add(int slot) {
    int word = slot >> 6;
    if (word >= members.length) {
      members = Arrays.copyOf(members, Math.max(word + 1, 2 * members.length));
    }
    long bit = 1L << slot;
    if ((members[word] & bit) != 0) {
      return;
    }
    members[word] |= bit;
    if (size == slots.length) {
      slots = Arrays.copyOf(slots, 2 * size);
    }
    slots[size++] = slot;
  }

  int size() {
    return size;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The place that came as the one of a number, from 0 on. */
  int get(int at) {
    return slots[at];
  }

  void clear() {
    for (int i = 0; i < size; i++) {
      members[slots[i] >> 6] = 0;
    }
    size = 0;
  }
}
