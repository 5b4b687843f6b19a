package dev.tocsin.window;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/**
 * How often each category occurred. Categories are 64-bit hashes of texts. Of more than {@link
 * #MOST} categories those with the smallest hashes are counted one by one and the rest together:
 * which ones that are depends on the set of categories only, so halves still merge to the whole,
 * and a category that is counted was counted from its first event on. Memory is 16 bytes a
 * category.
 */
public final class CategoriesState implements FoldState<CategoriesState> {
  /** So many categories are counted one by one. */
  public static final int MOST = 1000;

  private static final int INITIAL = 4;

  private int used;
  private long[] keys = new long[INITIAL];
  private long[] counts = new long[INITIAL];
  private long kept;
  private long samples;
  private boolean stale;

  @Override
  public FoldKind kind() {
    return FoldKind.CATEGORIES;
  }

  @Override
  public long samples() {
    return samples;
  }

  /** How many categories are counted one by one. */
  public int size() {
    return used;
  }

  /** The hash of one of them; they are sorted. */
  public long category(int at) {
    return keys[at];
  }

  /** How often it occurred. */
  public long count(int at) {
    return counts[at];
  }

  /**
   * The greatest hash up to which categories are counted one by one; the greatest there is when all
   * are.
   */
  public long reach() {
    return kept == samples ? Long.MAX_VALUE : keys[used - 1];
  }

  @Override
  public void add(long hash) {
    samples++;
    change(hash, 1);
  }

  @Override
  public void clear() {
    used = 0;
    kept = 0;
    samples = 0;
    stale = false;
  }

  @Override
  public void merge(CategoriesState other) {
    samples += other.samples;
    unite(other);
  }

  @Override
  public void subtract(CategoriesState other) {
    stale |= kept != samples; // some of the rest may come forward
    samples -= other.samples;
    for (int i = 0; !stale && i < other.used; i++) {
      change(other.keys[i], -other.counts[i]);
    }
  }

  @Override
  public boolean needsRebuild() {
    return stale;
  }

  @Override
  public void rebuild(List<CategoriesState> parts) {
    if (stale) {
      stale = false;
      used = 0;
      kept = 0;
      parts.forEach(this::unite);
    }
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(samples);
    out.writeInt(used);
    for (int i = 0; i < used; i++) {
      out.writeLong(keys[i]);
      out.writeLong(counts[i]);
    }
  }

  static CategoriesState read(DataInput in) throws IOException {
    CategoriesState state = new CategoriesState();
    state.samples = in.readLong();
    for (int left = in.readInt(); left > 0; left--) {
      state.change(in.readLong(), in.readLong());
    }
    return state;
  }

  private void unite(CategoriesState other) {
    for (int i = 0; i < other.used; i++) {
      change(other.keys[i], other.counts[i]);
    }
  }

  private void change(long key, long by) {
    int at = Arrays.binarySearch(keys, 0, used, key);
    if (at < 0) {
      insert(-at - 1, key, by);
      return;
    }
    counts[at] += by;
    kept += by;
    if (counts[at] == 0) {
      used--;
      System.arraycopy(keys, at + 1, keys, at, used - at);
      System.arraycopy(counts, at + 1, counts, at, used - at);
    }
  }

  private void insert(int at, long key, long count) {
    if (used == MOST) {
      if (at == used) {
        return;
      }
      used--;
      kept -= counts[used];
    } else if (used == keys.length) {
      keys = Arrays.copyOf(keys, used * 2);
      counts = Arrays.copyOf(counts, used * 2);
    }
    System.arraycopy(keys, at, keys, at + 1, used - at);
    System.arraycopy(counts, at, counts, at + 1, used - at);
    keys[at] = key;
    counts[at] = count;
    kept += count;
    used++;
  }
}
