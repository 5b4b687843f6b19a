package dev.tocsin.aggregate;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.tocsin.api.Call;
import java.util.Arrays;

/**
 * Finds a call in a ring by its id, without an object for each: open addressing with linear
 * probing, at most half full. An entry is the hash of the id above the call's place in the ring, so
 * that a probe touches the call only where the hashes agree. Removing shifts back what comes after
 * (Knuth, vol. 3, 6.4, algorithm R), so that no tombstones gather.
 *
 * <p>A hash never decides: ids are compared, so those with one hash cost time and nothing else.
 * Where many have one {@code String.hashCode}, which anybody can bring about who may choose ids,
 * the table is {@link #isCrowded} and changes to komihash.
 */
final class IdTable {
  static final int ABSENT = -1;

  private static final long EMPTY = 0;
  private static final int MOST_PROBES = 256;
  private static final Hasher64 STRONG = Hashing.komihash5_0();

  private long[] entries;
  private boolean strong;
  private boolean crowded;

  /**
   * @param ring how many calls it must hold, a power of two
   */
  IdTable(int ring) {
    entries = new long[2 * ring];
  }

  /** Never zero, which stands for no entry. */
  int hash(String id) {
    int mixed = (strong ? (int) STRONG.hashCharsToLong(id) : id.hashCode()) * 0x9E3779B9;
    return (mixed ^ (mixed >>> 16)) | Integer.MIN_VALUE;
  }

  /** The place in the ring, or {@link #ABSENT}. */
  int find(String id, int hash, Call[] ring) {
    int mask = entries.length - 1;
    for (int at = hash & mask; entries[at] != EMPTY; at = (at + 1) & mask) {
      if ((int) (entries[at] >>> 32) == hash && id.equals(ring[(int) entries[at]].id())) {
        return (int) entries[at];
      }
    }
    return ABSENT;
  }

  /** Enters a call that is not there. */
  void put(int hash, int place) {
    int mask = entries.length - 1;
    int at = hash & mask;
    int probes = 0;
    while (entries[at] != EMPTY) {
      at = (at + 1) & mask;
      probes++;
    }
    entries[at] = entry(hash, place);
    crowded |= probes > MOST_PROBES && !strong;
  }

  /** Whether hashes collide so often that it should be hardened. */
  boolean isCrowded() {
    return crowded;
  }

  /** Forgets all calls and has other hashes from now on. */
  void harden() {
    Arrays.fill(entries, EMPTY);
    strong = true;
    crowded = false;
  }

  /** Takes out a call that is there. */
  void remove(int hash, int place) {
    int mask = entries.length - 1;
    long gone = entry(hash, place);
    int hole = hash & mask;
    while (entries[hole] != gone) {
      hole = (hole + 1) & mask;
    }
    for (int at = (hole + 1) & mask; entries[at] != EMPTY; at = (at + 1) & mask) {
      int home = (int) (entries[at] >>> 32) & mask;
      if (((at - home) & mask) >= ((at - hole) & mask)) { // its home does not lie past the hole
        entries[hole] = entries[at];
        hole = at;
      }
    }
    entries[hole] = EMPTY;
  }

  /** Doubles, for a ring that doubles and begins anew at place 0 with what was at the head. */
  void grow(int head) {
    long[] old = entries;
    int ringMask = old.length / 2 - 1;
    entries = new long[2 * old.length];
    for (long entry : old) {
      if (entry != EMPTY) {
        put((int) (entry >>> 32), ((int) entry - head) & ringMask);
      }
    }
  }

  private static long entry(int hash, int place) {
    return (long) hash << 32 | place;
  }
}
