package dev.tocsin.live;

import dev.tocsin.api.Event;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * What the host's threads recorded and the engine has not taken yet. Bounded; any number of threads
 * put in, one takes out. Never blocks.
 *
 * <p>Threads put into different stripes, so that no cache line goes from core to core for each
 * event; into another's where their own is full. Still, what was recorded before something else was
 * begun to be recorded, on whatever threads, is taken before it: a call before its score. Each
 * event carries the time at which its recording began, before it got a place in its stripe. So what
 * is ahead of it there is no later than the end of its recording, and taking the stripe whose head
 * is earliest takes it before anything that began after that. What cannot be seen yet is safe too:
 * a round takes only what is no later than the time before the stripes were looked at, and stops at
 * a place that was claimed and has no event yet.
 *
 * <p>That asks for a clock that shows the order of two events. Where {@link RecordClock} is too
 * coarse, or too slow to be worth it, and where there is room for few events, there is one stripe.
 */
final class EventQueue {
  private static final int MOST_STRIPES = 8;
  private static final int SMALLEST_STRIPE = 1024;

  private final LongSupplier nanos;
  private final Stripe[] stripes;
  private final int capacity;
  private final LongAdder dropped = new LongAdder();

  /**
   * @param capacity at least; rounded up to a power of two
   * @param nanos the same clock for all threads, of which only differences mean something
   */
  EventQueue(int capacity, LongSupplier nanos) {
    this(nanos, stripes(powerOfTwo(capacity), nanos));
  }

  /**
   * @param stripes as many as a power of two, of equal capacity
   */
  EventQueue(LongSupplier nanos, Stripe... stripes) {
    this.nanos = nanos;
    this.stripes = stripes;
    this.capacity = Arrays.stream(stripes).mapToInt(Stripe::capacity).sum();
  }

  private static Stripe[] stripes(int capacity, LongSupplier nanos) {
    boolean one = Runtime.getRuntime().availableProcessors() == 1 || !RecordClock.orders(nanos);
    Stripe[] made =
        new Stripe[one ? 1 : Math.max(1, Math.min(MOST_STRIPES, capacity / SMALLEST_STRIPE))];
    Arrays.setAll(made, any -> new Stripe(capacity / made.length));
    return made;
  }

  private static int powerOfTwo(int least) {
    if (least > 1 << 30) {
      throw new IllegalArgumentException("queue capacity must be at most 2^30: " + least);
    }
    return Integer.highestOneBit(2 * least - 1);
  }

  /** False when there is no place. */
  boolean put(Event event) {
    int own = (int) Thread.currentThread().getId();
    long stamp = stripes.length == 1 ? 0 : nanos.getAsLong();
    for (int away = 0; away < stripes.length; away++) {
      if (stripes[own + away & stripes.length - 1].put(event, stamp)) {
        return true;
      }
    }
    return false;
  }

  /** False, and counted, when there is no place. */
  boolean offer(Event event) {
    if (put(event)) {
      return true;
    }
    dropped.increment();
    return false;
  }

  /** Notes an event that was not even offered. */
  void drop() {
    dropped.increment();
  }

  /**
   * Takes out what is there now, at most one queueful; by the one thread that takes.
   *
   * @return how many
   */
  int drain(Consumer<Event> sink) {
    long now = stripes.length == 1 ? 0 : nanos.getAsLong();
    VarHandle.fullFence(); // the clock before the stripes
    return drain(now, sink);
  }

  /** Takes what was put in at a time or before, and is there. */
  int drain(long until, Consumer<Event> sink) {
    for (Stripe stripe : stripes) {
      stripe.look();
    }
    int taken = 0;
    int more = 1;
    while (more > 0) {
      more = takeEarliest(until, sink);
      taken += more;
    }
    return taken;
  }

  /** Takes from one stripe until the head of another is earlier. */
  private int takeEarliest(long until, Consumer<Event> sink) {
    Stripe first = null;
    long earliest = until;
    long second = until;
    for (Stripe stripe : stripes) {
      if (stripe.isDone()) {
        continue;
      }
      if (stripe.isBlocked()) {
        return 0; // nobody knows its time, and what is behind it may be older than the others
      }
      long stamp = stripe.stamp();
      if (stamp - earliest <= 0) {
        second = earliest;
        earliest = stamp;
        first = stripe;
      } else if (stamp - second < 0) {
        second = stamp;
      }
    }
    return first == null ? 0 : first.take(second, sink);
  }

  int size() {
    int size = 0;
    for (Stripe stripe : stripes) {
      size += stripe.size();
    }
    return size;
  }

  int capacity() {
    return capacity;
  }

  long dropped() {
    return dropped.sum();
  }
}
