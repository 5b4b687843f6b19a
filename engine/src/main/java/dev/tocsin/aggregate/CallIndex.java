package dev.tocsin.aggregate;

import dev.tocsin.api.Call;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.EventWriter;
import dev.tocsin.event.PricedCall;
import dev.tocsin.sample.CallVisitor;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Recent calls by id, so that a score finds the time and groups of its call and a repeated call or
 * score is known as one. Bounded in time and number; the oldest go first. A ring in the order of
 * arrival, of parallel arrays that double when full, and a table of ids: once it has grown, a call
 * costs no allocation.
 */
public final class CallIndex {
  private static final int FIRST_RING = 64;

  private final long keepNanos;
  private final int capacity;
  private final OrphanScores orphans;

  private final IdTable places = new IdTable(FIRST_RING);
  private @Nullable Call[] calls = new Call[FIRST_RING];
  private long[] costs = new long[FIRST_RING];
  private long[] stamps = new long[FIRST_RING];
  private int[] hashes = new int[FIRST_RING];
  private int head;
  private int size;

  /**
   * @param keepNanos how long a call is remembered, from its stamp
   * @param capacity how many are remembered at most
   */
  public CallIndex(long keepNanos, int capacity) {
    this.keepNanos = keepNanos;
    this.capacity = capacity;
    this.orphans = new OrphanScores(capacity);
  }

  /**
   * Remembers a call; false when one with its id is remembered already. Ids are not required.
   *
   * @param costNanoDollars as {@link PricedCall#costNanoDollars}
   */
  public boolean add(Call call, long costNanoDollars) {
    String id = call.id();
    if (id == null || capacity == 0) {
      return true;
    }
    int hash = places.hash(id);
    if (places.find(id, hash, calls) != IdTable.ABSENT) {
      return false;
    }
    if (size == capacity) {
      forgetOldest();
    }
    if (size == calls.length) {
      grow();
    }
    int place = (head + size) & (calls.length - 1);
    calls[place] = call;
    costs[place] = costNanoDollars;
    stamps[place] = call.timeNanos();
    hashes[place] = hash;
    places.put(hash, place);
    size++;
    if (places.isCrowded()) {
      harden();
    }
    return true;
  }

  /** The call of an id with the scores it has by now, or null when it is not remembered. */
  public @Nullable PricedCall find(String id) {
    int place = places.find(id, places.hash(id), calls);
    Call call = place == IdTable.ABSENT ? null : calls[place];
    return call == null ? null : new PricedCall(call, costs[place]);
  }

  /** Puts a call with one score more in place of the remembered one of its id. */
  public void update(PricedCall call) {
    String id = String.valueOf(call.call().id());
    int place = places.find(id, places.hash(id), calls);
    if (place != IdTable.ABSENT) {
      calls[place] = call.call();
      costs[place] = call.costNanoDollars();
    }
  }

  /** Shows those that came last, the oldest of them first; each stands for itself. */
  public void newest(int most, CallVisitor visitor) {
    for (int i = Math.max(0, size - most); i < size; i++) {
      int place = (head + i) & (calls.length - 1);
      Call call = calls[place];
      if (call != null) {
        visitor.visit(call, costs[place], 1);
      }
    }
  }

  /** Notes a score of a call that is not remembered; false when it is a repeat. */
  public boolean addOrphan(String call, String score, long stamp) {
    return orphans.add(call, score, stamp);
  }

  /** Writes the remembered calls so that another index can {@link #readFrom} them. */
  public void writeTo(ByteOutput out) throws IOException {
    EventWriter events = new EventWriter(false);
    out.writeInt(size);
    for (int i = 0; i < size; i++) {
      int place = (head + i) & (calls.length - 1);
      events.write(calls[place], out);
      out.writeLong(costs[place]);
    }
    orphans.writeTo(out);
  }

  /** Takes over calls that were written. */
  public void readFrom(ByteInput in) throws IOException {
    EventReader events = new EventReader(in);
    for (int left = in.readInt(); left > 0; left--) {
      Call call = (Call) events.read();
      add(call, in.readLong());
    }
    orphans.readFrom(in);
  }

  /** Forgets the calls of a user; scores of them are orphans from now on. */
  public void erase(String user) {
    List<PricedCall> kept = new ArrayList<>();
    for (int left = size; left > 0; left--) {
      Call call = calls[head];
      if (call != null && !user.equals(call.user())) {
        kept.add(new PricedCall(call, costs[head]));
      }
      forgetOldest();
    }
    kept.forEach(call -> add(call.call(), call.costNanoDollars()));
  }

  /** Forgets what is too old at a tick. */
  public void expire(long tick) {
    while (size > 0 && stamps[head] < tick - keepNanos) {
      forgetOldest();
    }
    orphans.expire(tick - keepNanos);
  }

  private void forgetOldest() {
    places.remove(hashes[head], head);
    calls[head] = null;
    head = (head + 1) & (calls.length - 1);
    size--;
  }

  private void harden() {
    places.harden();
    for (int i = 0; i < size; i++) {
      int place = (head + i) & (calls.length - 1);
      Call call = calls[place];
      if (call != null && call.id() != null) {
        hashes[place] = places.hash(call.id());
        places.put(hashes[place], place);
      }
    }
  }

  /** Of a full ring. */
  private void grow() {
    places.grow(head);
    Call[] unrolled = new Call[2 * size];
    System.arraycopy(calls, head, unrolled, 0, size - head);
    System.arraycopy(calls, 0, unrolled, size - head, head);
    calls = unrolled;
    costs = unrolled(costs);
    stamps = unrolled(stamps);
    int[] unrolledHashes = Arrays.copyOfRange(hashes, head, head + 2 * size);
    System.arraycopy(hashes, 0, unrolledHashes, size - head, head);
    hashes = unrolledHashes;
    head = 0;
  }

  private long[] unrolled(long[] ring) {
    long[] unrolled = Arrays.copyOfRange(ring, head, head + 2 * size);
    System.arraycopy(ring, 0, unrolled, size - head, head);
    return unrolled;
  }
}
