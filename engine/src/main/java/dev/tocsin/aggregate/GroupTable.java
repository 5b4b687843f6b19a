package dev.tocsin.aggregate;

import com.dynatrace.hash4j.hashing.Hasher64;
import com.dynatrace.hash4j.hashing.Hashing;
import dev.tocsin.plan.Group;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Groups as small numbers: a place for each combination of values of some dimensions, so that what
 * is kept for each group can lie in arrays. Open addressing with linear probing; a place is free
 * again when nothing uses it. Confined to one thread.
 *
 * <p>Texts are hashed as {@code String} does, whose hash is often at hand; when somebody sends
 * texts that collide, the table changes to komihash.
 */
final class GroupTable implements GroupSource {
  /** Not the place of any group. */
  static final int NONE = -1;

  private static final int INITIAL = 16;
  private static final int MOST_PROBES = 256;
  private static final Hasher64 STRONG = Hashing.komihash5_0();
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final List<String> dimensions;
  private final int width;
  private @Nullable String[] values;
  private int[] uses = new int[INITIAL];
  private int slots;
  private int[] free = new int[INITIAL];
  private int freed;

  /** The hash in the upper half, the place and one in the lower; 0 where there is nothing. */
  private long[] index = new long[2 * INITIAL];

  private int used;
  private boolean strong;
  private int overflow = NONE;

  GroupTable(List<String> dimensions) {
    this.dimensions = dimensions;
    this.width = dimensions.size();
    this.values = new String[INITIAL * width];
  }

  /** No place is as large or larger. */
  int capacity() {
    return uses.length;
  }

  @Override
  public Group group(int slot) {
    if (width == 0) {
      return Group.ALL;
    }
    List<String> own = new ArrayList<>(width);
    for (int i = 0; i < width; i++) {
      own.add(value(slot, i));
    }
    return new Group(dimensions, own);
  }

  /** The place of the group of one value, or {@link #NONE}. */
  int find(String value) {
    int hash = spread(strong ? STRONG.hashCharsToLong(value) : value.hashCode());
    int mask = index.length - 1;
    for (int at = hash & mask; index[at] != 0; at = (at + 1) & mask) {
      long entry = index[at];
      if ((int) (entry >>> Integer.SIZE) == hash) {
        int slot = (int) entry - 1;
        String own = values[slot];
        if (value.equals(own)) {
          return slot;
        }
      }
    }
    return NONE;
  }

  /** Whether the group of one value is at a place; any number will do as the place. */
  boolean isAt(int slot, String value) {
    return slot >= 0 && slot < values.length && value.equals(values[slot]) && slot != overflow;
  }

  /** The place of the group of some values, or {@link #NONE}. */
  int find(String[] key) {
    if (width == 1) {
      return find(key[0]);
    }
    if (width == 0) {
      return slots == 0 ? NONE : 0;
    }
    int hash = hash(key);
    int mask = index.length - 1;
    for (int at = hash & mask; index[at] != 0; at = (at + 1) & mask) {
      int slot = (int) index[at] - 1;
      if ((int) (index[at] >>> Integer.SIZE) == hash && isKey(slot, key)) {
        return slot;
      }
    }
    return NONE;
  }

  /** The place of a group, or {@link #NONE}. */
  int find(Group group) {
    return group.dimensions().equals(dimensions)
        ? find(group.values().toArray(String[]::new))
        : NONE;
  }

  /** The place of the group of some values, which there is from now on; to be {@link #retain}ed. */
  int open(String[] key) {
    int found = find(key);
    if (found != NONE) {
      return found;
    }
    int slot = place(key);
    if (width > 0) {
      insert(slot, hash(key));
    }
    return slot;
  }

  /** The place of the one group that takes what is too much; it is not found by its values. */
  int overflow() {
    if (overflow == NONE) {
      String[] key = new String[width];
      Arrays.fill(key, Group.OVERFLOW);
      overflow = place(key);
      retain(overflow);
    }
    return overflow;
  }

  /** The same, or {@link #NONE} when it was never asked for. */
  int overflowIfAny() {
    return overflow;
  }

  boolean isOverflow(int slot) {
    return slot == overflow;
  }

  /** One more uses the place. */
  void retain(int slot) {
    uses[slot]++;
  }

  /** One less does; without any the place is free. */
  void release(int slot) {
    uses[slot]--;
    dropUnused(slot);
  }

  /** Frees a place that was opened and that nothing has come to use. */
  void dropUnused(int slot) {
    if (uses[slot] > 0) {
      return;
    }
    if (width > 0) {
      remove(slot);
    }
    Arrays.fill(values, slot * width, (slot + 1) * width, null);
    if (freed == free.length) {
      free = Arrays.copyOf(free, 2 * freed);
    }
    free[freed++] = slot;
  }

  private int place(String[] key) {
    int slot = freed > 0 ? free[--freed] : slots++;
    if (slot == uses.length) {
      uses = Arrays.copyOf(uses, 2 * slot);
      values = Arrays.copyOf(values, 2 * slot * width);
    }
    System.arraycopy(key, 0, values, slot * width, width);
    return slot;
  }

  private String value(int slot, int dimension) {
    String value = values[slot * width + dimension];
    return value == null ? Group.NONE : value;
  }

  private boolean isKey(int slot, String[] key) {
    for (int i = 0; i < width; i++) {
      if (!key[i].equals(values[slot * width + i])) {
        return false;
      }
    }
    return true;
  }

  private int hash(String[] key) {
    long hash = 0;
    for (String value : key) {
      hash = 31 * hash + (strong ? STRONG.hashCharsToLong(value) : value.hashCode());
    }
    return spread(hash);
  }

  private int hashOf(int slot) {
    long hash = 0;
    for (int i = 0; i < width; i++) {
      String value = value(slot, i);
      hash = 31 * hash + (strong ? STRONG.hashCharsToLong(value) : value.hashCode());
    }
    return spread(hash);
  }

  private static int spread(long hash) {
    return (int) ((hash * SPREAD) >>> Integer.SIZE);
  }

  private void insert(int slot, int hash) {
    if (2 * ++used > index.length) {
      rebuild(2 * index.length);
    }
    int mask = index.length - 1;
    int at = hash & mask;
    int probes = 0;
    while (index[at] != 0) {
      at = (at + 1) & mask;
      probes++;
    }
    index[at] = (long) hash << Integer.SIZE | (slot + 1);
    if (probes > MOST_PROBES && !strong) {
      strong = true;
      rebuild(index.length);
    }
  }

  private void rebuild(int size) {
    long[] old = index;
    boolean anew = size == old.length; // the hashes have changed
    index = new long[size];
    int mask = size - 1;
    for (long entry : old) {
      if (entry == 0) {
        continue;
      }
      int slot = (int) entry - 1;
      int hash = anew ? hashOf(slot) : (int) (entry >>> Integer.SIZE);
      int at = hash & mask;
      while (index[at] != 0) {
        at = (at + 1) & mask;
      }
      index[at] = (long) hash << Integer.SIZE | (slot + 1);
    }
  }

  /** Moves up those behind that would not be found any more. */
  private void remove(int slot) {
    int mask = index.length - 1;
    int hole = hashOf(slot) & mask;
    while ((int) index[hole] - 1 != slot) {
      hole = (hole + 1) & mask;
    }
    used--;
    for (int at = (hole + 1) & mask; index[at] != 0; at = (at + 1) & mask) {
      int home = (int) (index[at] >>> Integer.SIZE) & mask;
      if (((at - home) & mask) >= ((at - hole) & mask)) {
        index[hole] = index[at];
        hole = at;
      }
    }
    index[hole] = 0;
  }
}
