package dev.tocsin.peers.exact;

import java.util.Arrays;

/** Counts of whole numbers from 0, and the number at a rank (Fenwick 1994). */
final class RankTree {
  private int[] counts = new int[1];
  private int[] tree = new int[2];

  void add(long number, int by) {
    int at = Math.toIntExact(number);
    if (at >= counts.length) {
      grow(at);
    }
    counts[at] += by;
    for (int i = at + 1; i < tree.length; i += i & -i) {
      tree[i] += by;
    }
  }

  /** The number at a rank from 1. */
  long number(long rank) {
    int at = 0;
    long left = rank;
    for (int step = counts.length; step > 0; step >>= 1) {
      if (at + step < tree.length && tree[at + step] < left) {
        at += step;
        left -= tree[at];
      }
    }
    return at;
  }

  private void grow(int number) {
    counts = Arrays.copyOf(counts, Integer.highestOneBit(number) * 2);
    tree = new int[counts.length + 1];
    for (int i = 0; i < counts.length; i++) {
      tree[i + 1] = counts[i];
    }
    for (int i = 1; i < tree.length; i++) {
      int above = i + (i & -i);
      if (above < tree.length) {
        tree[above] += tree[i];
      }
    }
  }
}
