package dev.tocsin.sample;

import dev.tocsin.api.Call;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.EventWriter;
import dev.tocsin.event.CallBatch;
import dev.tocsin.event.PricedCall;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A thinned memory of the calls that were accepted, without texts: all of them while there are few,
 * else about 16 of a tick, and the older they are the fewer. At most some ten thousand calls, of
 * minutes under heavy traffic and of days under little. Each stands for a number of calls; what
 * they stand for is on average what came, whatever its order. Which are kept is a function of the
 * calls and their ticks alone: chance is a hash of how many were taken. Confined to one thread.
 */
public final class RecentCalls implements CallSource {
  private static final int LEVELS = 5;

  /** As many of a tick are taken before every second only is. */
  private static final int OF_A_TICK = 16;

  private final Level[] levels = new Level[LEVELS];
  private final Deque<SampledCall> spare = new ArrayDeque<>();
  private final Consumer<SampledCall> drop = this::drop;

  /** Only once a score has come for a call. */
  private @Nullable Map<String, SampledCall> byId;

  private long chance;
  private long tick = Long.MIN_VALUE;
  private long seenInTick;
  private long takenInTick;

  /** Of so many calls in a row one is taken. */
  private long stride = 1;

  /** How many calls are left out before the next that is taken. */
  private long skip;

  /** How many calls are left of the row in which the next is taken. */
  private long rest = 1;

  /** An empty memory. */
  public RecentCalls() {
    for (int i = 0; i < LEVELS; i++) {
      levels[i] = new Level();
    }
  }

  /**
   * Takes some of the calls of a batch, which must not hold repeats.
   *
   * @param kept makes of a call what may be kept of it
   */
  public void take(CallBatch batch, UnaryOperator<Call> kept) {
    int size = batch.size();
    if (size > 0 && batch.from() > tick) {
      begin(batch.from());
    }
    seenInTick += size;
    while (skip < size) {
      int at = (int) skip;
      SampledCall free = spare.isEmpty() ? new SampledCall() : spare.pop();
      put(free.set(kept.apply(batch.call(at)), batch.costNanoDollars(at), stride));
      takenInTick++;
      stride = takenInTick % OF_A_TICK == 0 ? 2 * stride : stride;
      skip = rest + Long.remainderUnsigned(random(), stride);
      rest += stride;
    }
    skip -= size;
    rest -= size;
  }

  private void begin(long from) {
    tick = from;
    stride = Math.max(1, (seenInTick + OF_A_TICK - 1) / OF_A_TICK);
    skip = Long.remainderUnsigned(random(), stride);
    rest = stride;
    seenInTick = 0;
    takenInTick = 0;
  }

  private void put(SampledCall call) {
    if (byId != null) {
      name(call, byId);
    }
    SampledCall added = call;
    for (int i = 0; i < LEVELS; i++) {
      SampledCall leaves = levels[i].add(added);
      if (leaves == null) {
        return;
      }
      if (i == LEVELS - 1) {
        drop(leaves);
        return;
      }
      SampledCall goesOn = levels[i].leave(leaves, random() >>> 1, drop);
      if (goesOn == null) {
        return;
      }
      added = goesOn;
    }
  }

  private void drop(SampledCall call) {
    if (byId != null) {
      unname(call, byId);
    }
    spare.push(call.set(null, 0, 0));
  }

  /** Notes that a call has got a score. */
  public void scored(PricedCall scored) {
    if (byId == null) {
      Map<String, SampledCall> index = new HashMap<>();
      each(call -> name(call, index));
      byId = index;
    }
    SampledCall held = byId.get(String.valueOf(scored.call().id()));
    if (held != null) {
      held.scored(scored.call());
    }
  }

  private static void name(SampledCall call, Map<String, SampledCall> index) {
    Call held = call.call();
    if (held != null && held.id() != null) {
      index.put(held.id(), call);
    }
  }

  private static void unname(SampledCall call, Map<String, SampledCall> index) {
    Call held = call.call();
    if (held != null && held.id() != null) {
      index.remove(held.id(), call);
    }
  }

  /** Forgets the calls of a user. */
  public void erase(String user) {
    for (Level level : levels) {
      level.erase(user);
    }
    byId = null;
  }

  /** The oldest first. */
  @Override
  public void forEach(CallVisitor visitor) {
    each(call -> call.show(visitor));
  }

  private void each(Consumer<SampledCall> visitor) {
    for (int i = LEVELS - 1; i >= 0; i--) {
      levels[i].forEach(visitor);
    }
  }

  /** Writes all it holds so that another can {@link #readFrom} it and go on as this one would. */
  public void writeTo(ByteOutput out) {
    out.writeLong(chance);
    out.writeLong(tick);
    out.writeLong(seenInTick);
    out.writeLong(takenInTick);
    out.writeLong(stride);
    out.writeLong(skip);
    out.writeLong(rest);
    EventWriter events = new EventWriter(false);
    Consumer<SampledCall> writer = call -> write(call, events, out);
    for (Level level : levels) {
      SampledCall chosen = level.chosen();
      out.writeInt(level.left());
      out.writeBoolean(chosen != null);
      if (chosen != null) {
        writer.accept(chosen);
      }
      out.writeInt(level.size());
      level.forEachStaying(writer);
    }
  }

  private static void write(SampledCall call, EventWriter events, ByteOutput out) {
    events.write(Objects.requireNonNull(call.call()), out);
    out.writeLong(call.costNanoDollars());
    out.writeLong(call.weight());
  }

  /** Takes over what was written; this one must be new. */
  public void readFrom(ByteInput in) throws IOException {
    chance = in.readLong();
    tick = in.readLong();
    seenInTick = in.readLong();
    takenInTick = in.readLong();
    stride = in.readLong();
    skip = in.readLong();
    rest = in.readLong();
    EventReader events = new EventReader(in);
    for (Level level : levels) {
      int left = in.readInt();
      level.restore(in.readBoolean() ? read(events, in) : null, left);
      for (int size = in.readInt(); size > 0; size--) {
        level.add(read(events, in));
      }
    }
  }

  private static SampledCall read(EventReader events, ByteInput in) throws IOException {
    return new SampledCall().set((Call) events.read(), in.readLong(), in.readLong());
  }

  /** By the finaliser of SplitMix64 (Steele, Lea, Flood 2014). */
  private long random() {
    long z = ++chance * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
