package dev.tocsin.benchmarks.soak;

import java.util.ArrayList;
import java.util.List;

/** How much of the heap was reachable, again and again. Flat is what does not grow at the end. */
final class HeapSamples {
  static final long MEGABYTE = 1L << 20;
  private static final double GROWTH = 1.1;
  private static final long SLACK = 16 * MEGABYTE;
  private static final int THIRDS = 3;

  private final List<Long> bytes = new ArrayList<>();

  /** Adds one. */
  void add(long used) {
    bytes.add(used);
  }

  /** How many there are. */
  int size() {
    return bytes.size();
  }

  /** Whether there are enough to say anything: one in each third. */
  boolean areEnough() {
    return bytes.size() >= THIRDS;
  }

  /** Whether the median of the last third is not more than 10 % and 16 MB above the second's. */
  boolean areFlat() {
    return last() <= GROWTH * second() + SLACK;
  }

  /** The median of the second third. */
  long second() {
    return median(bytes.size() / THIRDS, 2 * bytes.size() / THIRDS);
  }

  /** The median of the last third. */
  long last() {
    return median(2 * bytes.size() / THIRDS, bytes.size());
  }

  private long median(int from, int to) {
    List<Long> sorted = bytes.subList(from, to).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
