package dev.tocsin.aggregate;

import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;

/** Recent scores of calls that are not remembered, so that a repeat of one is known as such. */
final class OrphanScores {
  private final int capacity;
  private final Set<Orphan> known = new HashSet<>();
  private final Queue<Aged> byAge = new ArrayDeque<>();

  private record Orphan(String call, String score) {}

  private record Aged(Orphan orphan, long stamp) {}

  /**
   * @param capacity how many are remembered at most; the oldest go first
   */
  OrphanScores(int capacity) {
    this.capacity = capacity;
  }

  /** False when it is remembered already. */
  boolean add(String call, String score, long stamp) {
    Orphan orphan = new Orphan(call, score);
    if (!known.add(orphan)) {
      return false;
    }
    byAge.add(new Aged(orphan, stamp));
    if (byAge.size() > capacity) {
      forgetOldest();
    }
    return true;
  }

  /** Forgets those stamped before. */
  void expire(long before) {
    while (!byAge.isEmpty() && byAge.element().stamp() < before) {
      forgetOldest();
    }
  }

  void writeTo(DataOutput out) throws IOException {
    out.writeInt(byAge.size());
    for (Aged aged : byAge) {
      new ValueWriter(out).texts(aged.orphan().call(), aged.orphan().score());
      out.writeLong(aged.stamp());
    }
  }

  void readFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      ValueReader values = new ValueReader(in);
      add(values.required(), values.required(), in.readLong());
    }
  }

  private void forgetOldest() {
    known.remove(byAge.remove().orphan());
  }
}
