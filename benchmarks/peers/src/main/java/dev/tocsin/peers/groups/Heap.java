package dev.tocsin.peers.groups;

/** How much of the heap is in use. */
final class Heap {
  private static final int COLLECTIONS = 3;
  private static final double FULL = 0.85;

  private Heap() {}

  /** Bytes that are reachable. */
  @SuppressWarnings("SystemGc")
  static long reachable() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return used();
  }

  /** Whether there is no room for more; collects when it seems so. */
  @SuppressWarnings("SystemGc")
  static boolean isFull() {
    long most = (long) (FULL * Runtime.getRuntime().maxMemory());
    if (used() < most) {
      return false;
    }
    System.gc();
    return used() > most;
  }

  private static long used() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
