package dev.tocsin.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A count for each of a span of buckets, in 32 bits as long as that is enough for all of them
 * together. A percentile is found from the last one, by a pointer that knows how many numbers lie
 * before it.
 */
final class DenseCounts {
  static final int MARGIN = 32;

  private final int base;
  private int[] counts;

  /** Instead of the others once there are more than they can hold. */
  private long @Nullable [] wide;

  private long total;
  private int pointer;
  private long below;

  /** Covers buckets, and some more on both sides. */
  DenseCounts(int low, int high) {
    this(low - MARGIN, new int[high - low + 1 + 2 * MARGIN]);
  }

  private DenseCounts(int base, int[] counts) {
    this.base = base;
    this.counts = counts;
  }

  boolean spansAs(DenseCounts other) {
    return base == other.base && size() == other.size();
  }

  /** The same span without numbers. */
  DenseCounts empty() {
    return new DenseCounts(base, new int[size()]);
  }

  int size() {
    return wide == null ? counts.length : wide.length;
  }

  int key(int at) {
    return base + at;
  }

  long count(int at) {
    return wide == null ? counts[at] : wide[at];
  }

  int next(int from) {
    int at = from;
    while (at < size() && count(at) == 0) {
      at++;
    }
    return at;
  }

  int used() {
    int used = 0;
    for (int i = 0; i < size(); i++) {
      used += count(i) == 0 ? 0 : 1;
    }
    return used;
  }

  void clear() {
    Arrays.fill(counts, 0);
    if (wide != null) {
      counts = new int[wide.length];
      wide = null;
    }
    total = 0;
    below = 0;
  }

  /** One more in each of some buckets, all of which are covered. */
  void increment(int[] some, int size) {
    total += size;
    if (total > Integer.MAX_VALUE || wide != null) {
      total -= size;
      for (int i = 0; i < size; i++) {
        change(some[i], 1);
      }
      return;
    }
    int[] into = counts;
    int from = base;
    int upTo = pointer;
    int before = 0;
    for (int i = 0; i < size; i++) {
      int at = some[i] - from;
      into[at]++;
      before += (at - upTo) >>> (Integer.SIZE - 1);
    }
    below += before;
  }

  /** The same here and in another one of the same span, in one go; false when it cannot be. */
  boolean incrementBoth(DenseCounts other, int[] some, int size) {
    boolean narrow = wide == null && other.wide == null && total + size <= Integer.MAX_VALUE;
    if (!narrow || !spansAs(other) || other.pointer != 0 || other.total > total) {
      return false;
    }
    int[] ours = counts;
    int[] theirs = other.counts;
    int from = base;
    int upTo = pointer;
    int before = 0;
    for (int i = 0; i < size; i++) {
      int at = some[i] - from;
      ours[at]++;
      theirs[at]++;
      before += (at - upTo) >>> (Integer.SIZE - 1);
    }
    total += size;
    other.total += size;
    below += before;
    return true;
  }

  /** So many more in a bucket that is covered. */
  void change(int key, long by) {
    total += by;
    if (total > Integer.MAX_VALUE && wide == null) {
      widen();
    }
    int at = key - base;
    if (wide == null) {
      counts[at] += (int) by;
    } else {
      wide[at] += by;
    }
    below += at < pointer ? by : 0;
  }

  /** What another one holds, all of it covered here, more (1) or less (-1). */
  void changeAll(DenseCounts other, int sign) {
    if (wide != null || other.wide != null || total + other.total > Integer.MAX_VALUE) {
      for (int i = other.next(0); i < other.size(); i = other.next(i + 1)) {
        change(other.key(i), sign * other.count(i));
      }
      return;
    }
    int shift = other.base - base;
    total += sign * other.total;
    below += sign * (long) sum(other.counts, Math.min(other.counts.length, pointer - shift));
    if (shift != 0) {
      addShifted(counts, other.counts, shift, sign);
    } else if (sign > 0) {
      add(counts, other.counts);
    } else {
      subtract(counts, other.counts);
    }
  }

  /** The same place on both sides is what lets the compiler use vector instructions. */
  private static void add(int[] to, int[] what) {
    for (int i = 0; i < what.length; i++) {
      to[i] += what[i];
    }
  }

  private static void subtract(int[] from, int[] what) {
    for (int i = 0; i < what.length; i++) {
      from[i] -= what[i];
    }
  }

  private static void addShifted(int[] to, int[] what, int shift, int sign) {
    for (int i = 0; i < what.length; i++) {
      to[i + shift] += sign * what[i];
    }
  }

  private static int sum(int[] of, int until) {
    int sum = 0;
    for (int i = 0; i < until; i++) {
      sum += of[i];
    }
    return sum;
  }

  int atRank(long rank) {
    while (below >= rank) {
      below -= count(--pointer);
    }
    for (long here = count(pointer); below + here < rank; here = count(pointer)) {
      below += here;
      pointer++;
    }
    return base + pointer;
  }

  /** Walks over the buckets of both. */
  void walk(DenseCounts other, Distance distance) {
    int from = Math.min(base, other.base);
    int until = Math.max(base + size(), other.base + other.size());
    if (wide != null || other.wide != null) {
      for (int key = from; key < until; key++) {
        distance.step(countOf(key), other.countOf(key));
      }
      return;
    }
    int both = Math.max(base, other.base);
    int bothUntil =
        Math.max(both, Math.min(base + counts.length, other.base + other.counts.length));
    for (int key = from; key < Math.min(both, until); key++) {
      distance.step(countOf(key), other.countOf(key));
    }
    distance.steps(counts, both - base, other.counts, both - other.base, bothUntil - both);
    for (int key = bothUntil; key < until; key++) {
      distance.step(countOf(key), other.countOf(key));
    }
  }

  private long countOf(int key) {
    int at = key - base;
    return at < 0 || at >= size() ? 0 : count(at);
  }

  /** The same counts in a span that covers more. */
  DenseCounts wider(int low, int high, int margin) {
    int from = low < base ? low - margin : base;
    int until = high >= base + size() ? high + 1 + margin : base + size();
    DenseCounts wider = new DenseCounts(from, new int[until - from]);
    if (wide == null) {
      System.arraycopy(counts, 0, wider.counts, base - from, counts.length);
    } else {
      wider.wide = new long[until - from];
      System.arraycopy(wide, 0, wider.wide, base - from, wide.length);
    }
    wider.total = total;
    wider.pointer = pointer + base - from;
    wider.below = below;
    return wider;
  }

  private void widen() {
    long[] widened = new long[counts.length];
    for (int i = 0; i < counts.length; i++) {
      widened[i] = counts[i];
    }
    wide = widened;
    counts = new int[0];
  }
}
