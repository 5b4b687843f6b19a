package dev.tocsin.live;

import dev.tocsin.api.Event;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bounded ring of events with the times at which they were put in; any number of threads put in,
 * one takes out. The algorithm is that of JCTools' {@code MpscArrayQueue}, which has no room for a
 * stamp beside an element: a wrapper would be garbage for each event, and a second queue for the
 * stamps would pair them only if both were claimed as one.
 *
 * <p>The indices lie two cache lines from each other and from all else, as processors fetch lines
 * in pairs.
 */
final class Stripe {
  private static final int APART = 16; // longs in two cache lines
  private static final int CLAIMED = APART;

  /** Up to where may be claimed without a look at what was taken. */
  private static final int LIMIT = 2 * APART;

  private static final int TAKEN = 3 * APART;

  /** Written and read by the thread that takes alone. */
  private static final int SEEN = TAKEN + 1;

  private final int mask;
  private final long[] stamps;
  private final AtomicReferenceArray<@Nullable Event> events;
  private final AtomicLongArray indices = new AtomicLongArray(4 * APART);

  /**
   * @param capacity a power of two
   */
  Stripe(int capacity) {
    mask = capacity - 1;
    stamps = new long[capacity];
    events = new AtomicReferenceArray<>(capacity);
    indices.set(LIMIT, capacity);
  }

  int capacity() {
    return mask + 1;
  }

  /** False when there is no place. */
  boolean put(Event event, long stamp) {
    long place = claim();
    if (place < 0) {
      return false;
    }
    publish(place, event, stamp);
    return true;
  }

  /** A place nobody else gets, or -1; what is put in later cannot be taken before it. */
  long claim() {
    long place;
    do {
      place = indices.get(CLAIMED);
      if (place >= indices.get(LIMIT)) {
        long limit = indices.get(TAKEN) + mask + 1;
        if (place >= limit) {
          return -1;
        }
        indices.setRelease(LIMIT, limit);
      }
    } while (!indices.compareAndSet(CLAIMED, place, place + 1));
    return place;
  }

  void publish(long place, Event event, long stamp) {
    int slot = slot(place);
    stamps[slot] = stamp;
    events.setRelease(slot, event);
  }

  /** What is put in from now on is not taken before the next look. */
  void look() {
    indices.setPlain(SEEN, indices.get(CLAIMED));
  }

  /** Whether all that was there at the last look was taken. */
  boolean isDone() {
    return indices.getPlain(TAKEN) == indices.getPlain(SEEN);
  }

  /** Whether the next one was claimed, but is not published yet. */
  boolean isBlocked() {
    return events.getAcquire(next()) == null;
  }

  /** When the next one was put in; only if there is one. */
  long stamp() {
    return stamps[next()];
  }

  /**
   * Takes those at the head whose stamps are not later.
   *
   * @return how many
   */
  int take(long latest, Consumer<Event> sink) {
    int taken = 0;
    while (!isDone()) {
      int slot = next();
      Event event = events.getAcquire(slot);
      if (event == null || stamps[slot] - latest > 0) {
        break;
      }
      events.setPlain(slot, null);
      indices.setRelease(TAKEN, indices.getPlain(TAKEN) + 1);
      sink.accept(event);
      taken++;
    }
    return taken;
  }

  /** Of any thread; not exact while others put in or take. */
  int size() {
    long taken = indices.get(TAKEN);
    return (int) Math.min(mask + 1L, Math.max(0, indices.get(CLAIMED) - taken));
  }

  private int next() {
    return slot(indices.getPlain(TAKEN));
  }

  private int slot(long place) {
    return (int) place & mask;
  }
}
