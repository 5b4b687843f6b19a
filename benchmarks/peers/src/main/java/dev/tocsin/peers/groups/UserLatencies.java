package dev.tocsin.peers.groups;

import dev.tocsin.peers.others.Percentile95;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The buckets of one user's latencies: few are kept sorted, so that the percentile is one of them;
 * many are counted.
 */
final class UserLatencies {
  private static final int MOST_SORTED = 512;
  private static final int INITIAL = 4;
  private static final int OF_100 = 95;

  final String user;
  private short[] sorted = new short[INITIAL];
  private int size;
  private @Nullable Percentile95 counted;

  /** The last tick at which it was looked at. */
  long looked = Long.MIN_VALUE;

  /** Whether its percentile was too high then. */
  boolean firing;

  UserLatencies(String user) {
    this.user = user;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void add(int bucket) {
    if (size == MOST_SORTED && counted == null) {
      counted = new Percentile95();
      for (short each : sorted) {
        counted.addBucket(each);
      }
      sorted = new short[0];
    }
    if (counted != null) {
      counted.addBucket(bucket);
      size++;
      return;
    }
    if (size == sorted.length) {
      sorted = Arrays.copyOf(sorted, 2 * size);
    }
    int at = Arrays.binarySearch(sorted, 0, size, (short) bucket);
    int place = at < 0 ? -at - 1 : at;
    System.arraycopy(sorted, place, sorted, place + 1, size - place);
    sorted[place] = (short) bucket;
    size++;
  }

  void remove(int bucket) {
    size--;
    if (counted != null) {
      counted.removeBucket(bucket);
      return;
    }
    int at = Arrays.binarySearch(sorted, 0, size + 1, (short) bucket);
    System.arraycopy(sorted, at + 1, sorted, at, size - at);
  }

  /** The bucket of the percentile; there must be one. */
  int bucket() {
    return counted == null ? sorted[(OF_100 * size + 99) / 100 - 1] : counted.bucket();
  }
}
