package dev.tocsin.aggregate;

import dev.tocsin.api.Call;
import dev.tocsin.codec.EventCodec;
import dev.tocsin.codec.ValueReader;
import dev.tocsin.codec.ValueWriter;
import dev.tocsin.event.PricedCall;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Recent calls by id, so that a score finds the time and groups of its call and a repeated call or
 * score is known as one. Bounded in time and number; the oldest go first.
 */
public final class CallIndex {
  private final long keepNanos;
  private final int capacity;
  private final Map<String, Entry> byId = new HashMap<>();
  private final Queue<Entry> byAge = new ArrayDeque<>();

  private final Set<Orphan> orphans = new HashSet<>();
  private final Queue<AgedOrphan> orphansByAge = new ArrayDeque<>();

  private record Orphan(String call, String score) {}

  private record AgedOrphan(Orphan orphan, long stamp) {}

  private static final class Entry {
    private final String id;
    private final long stamp;
    private PricedCall call;
    private Set<String> lateScores = Set.of();

    private Entry(String id, PricedCall call) {
      this.id = id;
      this.stamp = call.call().timeNanos();
      this.call = call;
    }
  }

  /**
   * @param keepNanos how long a call is remembered, from its stamp
   * @param capacity how many are remembered at most
   */
  public CallIndex(long keepNanos, int capacity) {
    this.keepNanos = keepNanos;
    this.capacity = capacity;
  }

  /** Remembers a call; false when one with its id is remembered already. Ids are not required. */
  public boolean add(PricedCall call) {
    String id = call.call().id();
    if (id == null) {
      return true;
    }
    Entry entry = new Entry(id, call);
    if (byId.putIfAbsent(id, entry) != null) {
      return false;
    }
    byAge.add(entry);
    if (byAge.size() > capacity) {
      byId.remove(byAge.remove().id);
    }
    return true;
  }

  /** The call of an id with the scores it has by now, or null when it is not remembered. */
  public @Nullable PricedCall find(String id) {
    Entry entry = byId.get(id);
    return entry == null ? null : entry.call;
  }

  /** Notes that a remembered call got a score; false when it had that score already. */
  public boolean addScore(String id, String score) {
    Entry entry = byId.get(id);
    if (entry == null || entry.call.call().scores().containsKey(score)) {
      return false;
    }
    if (entry.lateScores.isEmpty()) {
      entry.lateScores = new HashSet<>(); // most calls never need one
    }
    return entry.lateScores.add(score);
  }

  /** Notes a score of a call that is not remembered; false when it is a repeat. */
  public boolean addOrphan(String call, String score, long stamp) {
    Orphan orphan = new Orphan(call, score);
    if (!orphans.add(orphan)) {
      return false;
    }
    orphansByAge.add(new AgedOrphan(orphan, stamp));
    if (orphansByAge.size() > capacity) {
      orphans.remove(orphansByAge.remove().orphan());
    }
    return true;
  }

  /** Puts a call with one score more in place of a remembered one of its id. */
  public void update(PricedCall call) {
    Entry entry = byId.get(String.valueOf(call.call().id()));
    if (entry != null) {
      entry.call = call;
    }
  }

  /** Writes the remembered calls so that another index can {@link #readFrom} them. */
  public void writeTo(DataOutput out) throws IOException {
    out.writeInt(byAge.size());
    for (Entry entry : byAge) {
      EventCodec.write(entry.call.call(), out);
      out.writeLong(entry.call.costNanoDollars());
      new ValueWriter(out).values(List.copyOf(new TreeSet<>(entry.lateScores)));
    }
    out.writeInt(orphansByAge.size());
    for (AgedOrphan aged : orphansByAge) {
      new ValueWriter(out).texts(aged.orphan().call(), aged.orphan().score());
      out.writeLong(aged.stamp());
    }
  }

  /** Takes over calls that were written. */
  public void readFrom(DataInput in) throws IOException {
    for (int left = in.readInt(); left > 0; left--) {
      Call call = (Call) EventCodec.read(in);
      PricedCall priced = new PricedCall(call, in.readLong());
      add(priced);
      Set<String> late = new HashSet<>(new ValueReader(in).values());
      Entry entry = byId.get(String.valueOf(call.id()));
      if (entry != null) {
        entry.lateScores = late;
      }
    }
    for (int left = in.readInt(); left > 0; left--) {
      ValueReader values = new ValueReader(in);
      addOrphan(values.required(), values.required(), in.readLong());
    }
  }

  /** Forgets what is too old at a tick. */
  public void expire(long tick) {
    while (!byAge.isEmpty() && byAge.element().stamp < tick - keepNanos) {
      byId.remove(byAge.remove().id);
    }
    while (!orphansByAge.isEmpty() && orphansByAge.element().stamp() < tick - keepNanos) {
      orphans.remove(orphansByAge.remove().orphan());
    }
  }
}
