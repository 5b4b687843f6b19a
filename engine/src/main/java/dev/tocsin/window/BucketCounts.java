package dev.tocsin.window;

import java.util.Arrays;

/**
 * How many numbers fell into each bucket. Sparse (sorted keys and counts) while few buckets are in
 * use, then dense (a count for each of a span of buckets), unless the span is much larger than what
 * is used of it. All counts are positive.
 */
final class BucketCounts {
  /** From so many buckets on they are kept dense. */
  private static final int DENSE_FROM = 32;

  /** A span up to this is dense whatever is used of it. */
  private static final int SMALL_SPAN = 1024;

  /** A larger span is dense when at least one in so many of it is used. */
  private static final int WASTE = 16;

  private static final int MARGIN = 32;
  private static final int INITIAL = 4;

  private boolean dense;
  private int used;
  private int[] keys = new int[INITIAL];
  private long[] counts = new long[INITIAL];

  /** Dense: the bucket of the first place. */
  private int base;

  /** Dense: a place, and how many numbers lie before it. */
  private int pointer;

  private long below;

  int used() {
    return used;
  }

  int size() {
    return dense ? counts.length : used;
  }

  int next(int from) {
    int at = from;
    while (dense && at < counts.length && counts[at] == 0) {
      at++;
    }
    return at;
  }

  int key(int at) {
    return dense ? base + at : keys[at];
  }

  long count(int at) {
    return counts[at];
  }

  void clear() {
    if (dense) {
      Arrays.fill(counts, 0);
    }
    used = 0;
    below = 0;
  }

  /** One more in each of some buckets that lie between two. */
  void increment(int[] some, int size, int least, int greatest) {
    if (!dense || least < base || greatest >= base + counts.length) {
      incrementEach(some, size, least, greatest);
      return;
    }
    long[] into = counts;
    int from = base;
    int before = 0;
    int opened = 0;
    for (int i = 0; i < size; i++) {
      int at = some[i] - from;
      long was = into[at];
      into[at] = was + 1;
      opened += was == 0 ? 1 : 0;
      before += (at - pointer) >>> 31;
    }
    used += opened;
    below += before;
  }

  private void incrementEach(int[] some, int size, int least, int greatest) {
    if (dense && cover(least) && cover(greatest)) {
      increment(some, size, least, greatest);
      return;
    }
    for (int i = 0; i < size; i++) {
      change(some[i], 1);
    }
  }

  /** So many more in a bucket; not more less than there are. */
  void change(int key, long by) {
    if (dense && cover(key)) {
      int at = key - base;
      long was = counts[at];
      counts[at] = was + by;
      used += (was == 0 ? 1 : 0) - (was + by == 0 ? 1 : 0);
      below += at < pointer ? by : 0;
    } else {
      changeSparse(key, by);
    }
  }

  void changeAll(BucketCounts other, int sign) {
    for (int i = other.next(0); i < other.size(); i = other.next(i + 1)) {
      change(other.key(i), sign * other.count(i));
    }
  }

  /** Holds what another one does, sparse. */
  void compact(BucketCounts other) {
    dense = false;
    if (keys.length < other.used || counts.length < other.used) {
      keys = new int[other.used];
      counts = new long[other.used];
    }
    used = 0;
    for (int i = other.next(0); i < other.size(); i = other.next(i + 1)) {
      keys[used] = other.key(i);
      counts[used++] = other.count(i);
    }
  }

  /** The bucket of the number of a rank, counted from 1, not more than there are numbers. */
  int atRank(long rank) {
    if (!dense) {
      long seen = 0;
      int at = -1;
      while (seen < rank) {
        seen += counts[++at];
      }
      return keys[at];
    }
    while (below >= rank) {
      below -= counts[--pointer];
    }
    while (below + counts[pointer] < rank) {
      below += counts[pointer++];
    }
    return base + pointer;
  }

  private void changeSparse(int key, long by) {
    int at = Arrays.binarySearch(keys, 0, used, key);
    if (at >= 0) {
      counts[at] += by;
      if (counts[at] == 0) {
        used--;
        System.arraycopy(keys, at + 1, keys, at, used - at);
        System.arraycopy(counts, at + 1, counts, at, used - at);
      }
      return;
    }
    if (used >= DENSE_FROM && worthDense(Math.min(keys[0], key), Math.max(keys[used - 1], key))) {
      spread(Math.min(keys[0], key), Math.max(keys[used - 1], key));
      change(key, by);
      return;
    }
    insert(-at - 1, key, by);
  }

  private void insert(int at, int key, long count) {
    if (used == Math.min(keys.length, counts.length)) {
      keys = Arrays.copyOf(keys, used * 2);
      counts = Arrays.copyOf(counts, used * 2);
    }
    System.arraycopy(keys, at, keys, at + 1, used - at);
    System.arraycopy(counts, at, counts, at + 1, used - at);
    keys[at] = key;
    counts[at] = count;
    used++;
  }

  private boolean worthDense(int low, int high) {
    long span = (long) high - low + 1 + 2 * MARGIN;
    return span <= Math.max(SMALL_SPAN, (long) WASTE * used);
  }

  /** Becomes dense. */
  private void spread(int low, int high) {
    long[] spread = new long[high - low + 1 + 2 * MARGIN];
    base = low - MARGIN;
    for (int i = 0; i < used; i++) {
      spread[keys[i] - base] = counts[i];
    }
    counts = spread;
    dense = true;
    pointer = 0;
    below = 0;
  }

  /** Becomes sparse. */
  private void gather() {
    BucketCounts sparse = new BucketCounts();
    sparse.compact(this);
    keys = sparse.keys;
    counts = sparse.counts;
    dense = false;
  }

  /** Dense: makes place for a bucket; false when it has become sparse instead. */
  private boolean cover(int key) {
    int end = base + counts.length;
    if (key >= base && key < end) {
      return true;
    }
    int low = Math.min(base, key - MARGIN);
    int high = Math.max(end - 1, key + MARGIN);
    if (!worthDense(low + MARGIN, high - MARGIN)) {
      gather();
      return false;
    }
    long[] wider = new long[high - low + 1];
    System.arraycopy(counts, 0, wider, base - low, counts.length);
    pointer += base - low;
    counts = wider;
    base = low;
    return true;
  }
}
