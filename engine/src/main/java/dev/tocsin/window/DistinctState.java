package dev.tocsin.window;

import com.dynatrace.hash4j.distinctcount.UltraLogLog;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How many different values there were. What is folded are 64-bit hashes of the values: up to
 * {@link #EXACT} different ones are kept as they are; more go into an UltraLogLog sketch of 4 kB
 * (Ertl, "UltraLogLog", PVLDB 17, 2024; standard error 1.2 %). Which of the two holds, and every
 * bit of it, depends on the set of values only, not on their order. Distinct values cannot be
 * subtracted: {@link #rebuild} unites those of what remains.
 */
public final class DistinctState implements FoldState<DistinctState> {
  /** Up to so many different values are counted exactly. */
  public static final int EXACT = 512;

  private static final int PRECISION = 12; // 2^12 registers of a byte
  private static final int INITIAL = 4;
  private static final int SKETCHED = -1;

  private long count;
  private int used;
  private long[] hashes = new long[INITIAL];
  private @Nullable UltraLogLog sketch;

  @Override
  public FoldKind kind() {
    return FoldKind.DISTINCT;
  }

  @Override
  public long samples() {
    return count;
  }

  /** How many different values; exact up to {@link #EXACT}, an estimate beyond. */
  public long distinct() {
    return sketch == null
        ? used
        : Math.max(EXACT + 1, Math.round(sketch.getDistinctCountEstimate()));
  }

  @Override
  public void add(long hash) {
    count++;
    unite(hash);
  }

  @Override
  public void clear() {
    count = 0;
    used = 0;
    sketch = null;
  }

  @Override
  public void merge(DistinctState other) {
    count += other.count;
    unite(other);
  }

  @Override
  public void subtract(DistinctState other) {
    count -= other.count;
  }

  @Override
  public boolean needsRebuild() {
    return true;
  }

  @Override
  public void rebuild(List<DistinctState> parts) {
    used = 0;
    sketch = null;
    parts.forEach(this::unite);
  }

  @Override
  public void writeTo(DataOutput out) throws IOException {
    out.writeLong(count);
    if (sketch == null) {
      out.writeInt(used);
      for (int i = 0; i < used; i++) {
        out.writeLong(hashes[i]);
      }
    } else {
      out.writeInt(SKETCHED);
      out.write(sketch.getState());
    }
  }

  static DistinctState read(DataInput in) throws IOException {
    DistinctState state = new DistinctState();
    state.count = in.readLong();
    int used = in.readInt();
    if (used == SKETCHED) {
      byte[] registers = new byte[1 << PRECISION];
      in.readFully(registers);
      state.sketch = UltraLogLog.wrap(registers);
    }
    for (int i = 0; i < used; i++) {
      state.unite(in.readLong());
    }
    return state;
  }

  private void unite(DistinctState other) {
    if (other.sketch != null) {
      sketched().add(other.sketch);
    }
    for (int i = 0; i < other.used; i++) {
      unite(other.hashes[i]);
    }
  }

  private void unite(long hash) {
    if (sketch != null) {
      sketch.add(hash);
      return;
    }
    int at = Arrays.binarySearch(hashes, 0, used, hash);
    if (at >= 0) {
      return;
    }
    if (used == EXACT) {
      sketched().add(hash);
      return;
    }
    at = -at - 1;
    if (used == hashes.length) {
      hashes = Arrays.copyOf(hashes, used * 2);
    }
    System.arraycopy(hashes, at, hashes, at + 1, used - at);
    hashes[at] = hash;
    used++;
  }

  private UltraLogLog sketched() {
    if (sketch == null) {
      sketch = UltraLogLog.create(PRECISION);
      for (int i = 0; i < used; i++) {
        sketch.add(hashes[i]);
      }
      used = 0;
      hashes = new long[INITIAL];
    }
    return sketch;
  }
}
