package dev.tocsin.peers.tight;

/** Arithmetic on rows of counts, in loops that the compiler turns into vector instructions. */
final class Counts {
  private Counts() {}

  static void add(int[] to, int[] what, int from, int last) {
    for (int i = from; i <= last; i++) {
      to[i] += what[i];
    }
  }

  static void subtract(int[] of, int[] what, int from, int last) {
    for (int i = from; i <= last; i++) {
      of[i] -= what[i];
    }
  }

  static int sum(int[] counts, int from, int last) {
    int sum = 0;
    for (int i = from; i <= last; i++) {
      sum += counts[i];
    }
    return sum;
  }
}
