package dev.tocsin.core;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.codec.ByteInput;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.codec.EventReader;
import dev.tocsin.codec.EventWriter;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Events stamped after the next tick, which must not be seen by it. In a service that is every
 * event, since its tick runs later than its time; so they lie in the order in which they came, tick
 * by tick, and are sorted when their tick has come. Confined to one thread.
 */
final class EarlyEvents {
  private static final int INITIAL = 64;
  private static final int MOST_SPARE = 4;
  private static final Comparator<Event> BY_STAMP = Comparator.comparingLong(Event::timeNanos);

  private final long tickNanos;
  private final TreeMap<Long, Bucket> byTick = new TreeMap<>();
  private final Deque<Bucket> spare = new ArrayDeque<>();
  private @Nullable Bucket last;

  /** Those that one tick is the first to see. */
  private static final class Bucket {
    private Event[] events = new Event[INITIAL];
    private int size;
    private long tick;
    private boolean unsorted;

    void add(Event event) {
      if (size == events.length) {
        events = Arrays.copyOf(events, 2 * size);
      }
      unsorted |= size > 0 && event.timeNanos() < events[size - 1].timeNanos();
      events[size++] = event;
    }

    void clear() {
      Arrays.fill(events, 0, size, null);
      size = 0;
      unsorted = false;
    }
  }

  EarlyEvents(long tickNanos) {
    this.tickNanos = tickNanos;
  }

  void add(Event event) {
    long tick = Math.floorDiv(event.timeNanos(), tickNanos) * tickNanos + tickNanos;
    Bucket bucket = last;
    if (bucket == null || bucket.tick != tick) {
      bucket = bucket(tick);
      last = bucket;
    }
    bucket.add(event);
  }

  private Bucket bucket(long tick) {
    Bucket found = byTick.get(tick);
    if (found == null) {
      Bucket reused = spare.poll();
      found = reused == null ? new Bucket() : reused;
      found.tick = tick;
      byTick.put(tick, found);
    }
    return found;
  }

  /** The first tick that sees one of them, or {@link Engine#NEVER}. */
  long nextDue() {
    return byTick.isEmpty() ? Engine.NEVER : byTick.firstKey();
  }

  /** Takes out what a tick sees, by stamp; of one stamp in the order in which they came. */
  void until(long tick, Consumer<Event> sink) {
    while (!byTick.isEmpty() && byTick.firstKey() <= tick) {
      Bucket bucket = byTick.pollFirstEntry().getValue();
      last = null;
      if (bucket.unsorted) {
        Arrays.sort(bucket.events, 0, bucket.size, BY_STAMP);
      }
      for (int i = 0; i < bucket.size; i++) {
        sink.accept(bucket.events[i]);
      }
      bucket.clear();
      if (spare.size() < MOST_SPARE) {
        spare.add(bucket);
      }
    }
  }

  /** Forgets the calls of a user. */
  void erase(String user) {
    for (Bucket bucket : byTick.values()) {
      int kept = 0;
      for (int i = 0; i < bucket.size; i++) {
        Event event = bucket.events[i];
        if (!(event instanceof Call call && user.equals(call.user()))) {
          bucket.events[kept++] = event;
        }
      }
      Arrays.fill(bucket.events, kept, bucket.size, null);
      bucket.size = kept;
    }
    byTick.values().removeIf(bucket -> bucket.size == 0);
    last = null;
  }

  void writeTo(ByteOutput out) {
    EventWriter events = new EventWriter(false);
    out.writeInt(byTick.values().stream().mapToInt(bucket -> bucket.size).sum());
    for (Map.Entry<Long, Bucket> entry : byTick.entrySet()) {
      for (int i = 0; i < entry.getValue().size; i++) {
        events.write(entry.getValue().events[i], out);
      }
    }
  }

  void readFrom(ByteInput in) throws IOException {
    EventReader events = new EventReader(in);
    for (int left = in.readInt(); left > 0; left--) {
      add(events.read());
    }
  }
}
