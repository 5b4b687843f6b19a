package dev.tocsin.sample;

import dev.tocsin.api.Call;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.EventWriter;
import dev.tocsin.event.CallBatch;
import dev.tocsin.event.PricedCall;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A thinned memory of the calls that were accepted, without texts: all of them while there are few
 * (16 a second, and 1,024 at once after quiet times), else about 16 of a second, and the older they
 * are the fewer. At most some ten thousand calls, of minutes under heavy traffic and of days under
 * little. Each stands for a number of calls; what they stand for is on average what came, whatever
 * its order. Which are kept is a function of the calls and their ticks alone: chance is a hash of
 * how many were taken. Confined to one thread.
 */
public final class RecentCalls implements CallSource {
  private static final int LEVELS = 5;

  /** So many calls of each second are taken. */
  private static final int OF_A_SECOND = 16;

  /** What was not taken in quiet seconds may be taken later, up to so many. */
  private static final int CREDIT = 1_024;

  private static final long SECOND = 1_000_000_000L;

  private final Level[] levels = new Level[LEVELS];
  private final Chance chance = new Chance();

  /** The calls that are held, with their scores; only once a score has come for a call. */
  private @Nullable Map<String, Call> byId;

  private long tick = Long.MIN_VALUE;
  private long seenInTick;
  private long takenInTick;

  /** As many of this tick are taken before every second only is. */
  private long ofThisTick = CREDIT;

  /** Of so many calls in a row one is taken. */
  private long stride = 1;

  /** How many calls are left out before the next that is taken. */
  private long skip;

  /** How many calls are left of the row in which the next is taken. */
  private long rest = 1;

  /** An empty memory. */
  public RecentCalls() {
    Level next = null;
    for (int i = LEVELS - 1; i >= 0; i--) {
      next = new Level(next, chance, this::dropped);
      levels[i] = next;
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
      Call call = kept.apply(batch.call(at));
      if (byId != null && call.id() != null) {
        byId.put(call.id(), call);
      }
      levels[0].add(call, batch.costNanoDollars(at), stride);
      takenInTick++;
      stride = takenInTick % ofThisTick == 0 ? 2 * stride : stride;
      skip = rest + chance.below(stride);
      rest += stride;
    }
    skip -= size;
    rest -= size;
  }

  private void begin(long from) {
    long seconds = tick == Long.MIN_VALUE ? CREDIT : (from - tick + SECOND - 1) / SECOND;
    long credit = Math.max(0, ofThisTick - takenInTick);
    ofThisTick = Math.min(CREDIT, credit + OF_A_SECOND * Math.min(CREDIT, seconds));
    tick = from;
    stride = Math.max(1, (seenInTick + ofThisTick - 1) / ofThisTick);
    skip = chance.below(stride);
    rest = stride;
    seenInTick = 0;
    takenInTick = 0;
  }

  private void dropped(Call call) {
    if (byId != null && call.id() != null && isOf(call, byId.get(call.id()))) {
      byId.remove(call.id());
    }
  }

  /** Notes that a call has got a score. */
  public void scored(PricedCall scored) {
    if (byId == null) {
      Map<String, Call> index = new HashMap<>();
      each(
          (call, cost, weight) -> {
            if (call.id() != null) {
              index.put(call.id(), call);
            }
          });
      byId = index;
    }
    byId.computeIfPresent(String.valueOf(scored.call().id()), (id, held) -> scored.call());
  }

  /** A call with the scores that came for it. */
  private Call current(Call call) {
    Call scored = byId == null || call.id() == null ? null : byId.get(call.id());
    return scored != null && isOf(call, scored) ? scored : call;
  }

  /** An id may come again when it is forgotten. */
  private static boolean isOf(Call call, @Nullable Call other) {
    return other != null && other.timeNanos() == call.timeNanos();
  }

  /** Forgets the calls of a user. */
  public void erase(String user) {
    for (Level level : levels) {
      level.replaceAll(this::current);
      level.erase(user);
    }
    byId = null;
  }

  /** The oldest first. */
  @Override
  public void forEach(CallVisitor visitor) {
    each((call, cost, weight) -> visitor.visit(current(call), cost, weight));
  }

  private void each(CallVisitor visitor) {
    for (int i = LEVELS - 1; i >= 0; i--) {
      levels[i].forEach(visitor);
    }
  }

  /** Writes all it holds so that another can {@link #readFrom} it and go on as this one would. */
  public void writeTo(ByteOutput out) {
    out.writeLong(chance.drawn());
    out.writeLong(tick);
    out.writeLong(seenInTick);
    out.writeLong(takenInTick);
    out.writeLong(ofThisTick);
    out.writeLong(stride);
    out.writeLong(skip);
    out.writeLong(rest);
    EventWriter events = new EventWriter(false);
    CallVisitor writer =
        (call, cost, weight) -> {
          events.write(current(call), out);
          out.writeLong(cost);
          out.writeLong(weight);
        };
    for (Level level : levels) {
      out.writeInt(level.chunks().size());
      for (Chunk chunk : level.chunks()) {
        out.writeInt(chunk.size());
        chunk.forEach(writer);
      }
    }
  }

  /** Takes over what was written; this one must be new. */
  public void readFrom(ByteInput in) throws IOException {
    chance.restore(in.readLong());
    tick = in.readLong();
    seenInTick = in.readLong();
    takenInTick = in.readLong();
    ofThisTick = in.readLong();
    stride = in.readLong();
    skip = in.readLong();
    rest = in.readLong();
    EventReader events = new EventReader(in);
    for (Level level : levels) {
      for (int chunks = in.readInt(); chunks > 0; chunks--) {
        level.beginChunk();
        for (int size = in.readInt(); size > 0; size--) {
          level.add((Call) events.read(), in.readLong(), in.readLong());
        }
      }
    }
  }
}
