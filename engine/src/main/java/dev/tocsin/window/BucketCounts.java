package dev.tocsin.window;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many numbers fell into each bucket. Sparse (sorted keys and counts) while few buckets are in
 * use, then dense (a count for each of a span of buckets), unless the span is much larger than what
 * is used of it. Dense counts are added and subtracted whole, in loops that the compiler makes
 * vector instructions of. All counts are positive, and together at most as many as {@link
 * DenseCounts} says while dense.
 */
final class BucketCounts {
  /** From so many buckets on they are kept dense. */
  private static final int DENSE_FROM = 32;

  /** A span up to this is dense whatever is used of it. */
  private static final int SMALL_SPAN = 1024;

  /** A larger span is dense when at least one in so many of it is used. */
  private static final int WASTE = 16;

  private static final int INITIAL = 4;

  /** Null while sparse. */
  private @Nullable DenseCounts dense;

  private int used;
  private int[] keys = new int[INITIAL];
  private long[] counts = new long[INITIAL];

  /** How many places there are; not all are in use. */
  int size() {
    return dense == null ? used : dense.size();
  }

  /** The first place in use from one on; {@link #size} for none. */
  int next(int from) {
    return dense == null ? from : dense.next(from);
  }

  int key(int at) {
    return dense == null ? keys[at] : dense.key(at);
  }

  long count(int at) {
    return dense == null ? counts[at] : dense.count(at);
  }

  /** How many places are in use. */
  int used() {
    return dense == null ? used : dense.used();
  }

  void clear() {
    used = 0;
    if (dense != null) {
      dense.clear();
    }
  }

  /** Covers the span that another one does, since much the same numbers will come; when empty. */
  void likeOf(BucketCounts other) {
    if (other.dense != null && (dense == null || !dense.spansAs(other.dense))) {
      dense = other.dense.empty();
    }
  }

  /** One more in each of some buckets that lie between two. */
  void increment(int[] some, int size, int least, int greatest) {
    if (dense != null && covers(least, greatest)) {
      dense.increment(some, size);
      return;
    }
    for (int i = 0; i < size; i++) {
      change(some[i], 1);
    }
  }

  /** The same here and in another one, of which this one holds all. */
  void incrementBoth(BucketCounts other, int[] some, int size, int least, int greatest) {
    if (dense == null
        || other.dense == null
        || !covers(least, greatest)
        || !dense.incrementBoth(other.dense, some, size)) {
      increment(some, size, least, greatest);
      other.increment(some, size, least, greatest);
    }
  }

  /** So many more in a bucket; not more less than there are. */
  void change(int key, long by) {
    if (dense != null && covers(key, key)) {
      dense.change(key, by);
    } else {
      changeSparse(key, by);
    }
  }

  void changeAll(BucketCounts other, int sign) {
    if (dense != null
        && other.dense != null
        && spans(other.dense.key(0), other.dense.key(other.dense.size() - 1), 0)) {
      dense.changeAll(other.dense, sign);
      return;
    }
    for (int i = other.next(0); i < other.size(); i = other.next(i + 1)) {
      change(other.key(i), sign * other.count(i));
    }
  }

  /** The bucket of the number of a rank, counted from 1, not more than there are numbers. */
  int atRank(long rank) {
    if (dense != null) {
      return dense.atRank(rank);
    }
    long seen = 0;
    int at = -1;
    while (seen < rank) {
      seen += counts[++at];
    }
    return keys[at];
  }

  /**
   * The largest distance between two distribution functions.
   *
   * @param total of these counts
   * @param otherTotal of the others
   */
  double largestDistance(BucketCounts other, long total, long otherTotal) {
    Distance distance = new Distance(total, otherTotal);
    if (dense != null && other.dense != null) {
      dense.walk(other.dense, distance);
      return distance.largest();
    }
    int i = next(0);
    int j = other.next(0);
    while (i < size() || j < other.size()) {
      long left = i < size() ? key(i) : Long.MAX_VALUE;
      long right = j < other.size() ? other.key(j) : Long.MAX_VALUE;
      distance.step(left <= right ? count(i) : 0, right <= left ? other.count(j) : 0);
      i = left <= right ? next(i + 1) : i;
      j = right <= left ? other.next(j + 1) : j;
    }
    return distance.largest();
  }

  private void changeSparse(int key, long by) {
    int at = Arrays.binarySearch(keys, 0, used, key);
    if (at < 0) {
      open(-at - 1, key, by);
      return;
    }
    counts[at] += by;
    if (counts[at] == 0) {
      used--;
      System.arraycopy(keys, at + 1, keys, at, used - at);
      System.arraycopy(counts, at + 1, counts, at, used - at);
    }
  }

  private void open(int at, int key, long count) {
    if (used >= DENSE_FROM) {
      int low = Math.min(keys[0], key);
      int high = Math.max(keys[used - 1], key);
      if (isWorth(low, high, used)) {
        spread(low, high);
        change(key, count);
        return;
      }
    }
    if (used == keys.length) {
      keys = Arrays.copyOf(keys, used * 2);
      counts = Arrays.copyOf(counts, used * 2);
    }
    System.arraycopy(keys, at, keys, at + 1, used - at);
    System.arraycopy(counts, at, counts, at + 1, used - at);
    keys[at] = key;
    counts[at] = count;
    used++;
  }

  private static boolean isWorth(int low, int high, int used) {
    return (long) high - low < Math.max(SMALL_SPAN, (long) WASTE * used);
  }

  /** Becomes dense. */
  private void spread(int low, int high) {
    DenseCounts spread = new DenseCounts(low, high);
    for (int i = 0; i < used; i++) {
      spread.change(keys[i], counts[i]);
    }
    dense = spread;
    used = 0;
    keys = new int[INITIAL];
    counts = new long[INITIAL];
  }

  /** Dense: makes place for some buckets; false when it has become sparse instead. */
  private boolean covers(int least, int greatest) {
    return spans(least, greatest, DenseCounts.MARGIN);
  }

  private boolean spans(int least, int greatest, int margin) {
    DenseCounts now = dense;
    if (now == null) {
      return false;
    }
    int low = Math.min(least, now.key(0));
    int high = Math.max(greatest, now.key(now.size() - 1));
    if (high - low < now.size()) {
      return true;
    }
    int inUse = now.used();
    if (isWorth(low, high, inUse)) {
      dense = now.wider(low, high, margin);
      return true;
    }
    keys = new int[Math.max(INITIAL, inUse)];
    counts = new long[keys.length];
    used = 0;
    for (int i = now.next(0); i < now.size(); i = now.next(i + 1)) {
      keys[used] = now.key(i);
      counts[used++] = now.count(i);
    }
    dense = null;
    return false;
  }
}
