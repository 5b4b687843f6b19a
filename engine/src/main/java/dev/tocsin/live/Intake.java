package dev.tocsin.live;

import dev.tocsin.api.Event;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes events from the host's threads and keeps them until the engine comes for them. Any number
 * of threads put in, one takes out.
 */
final class Intake {
  /** How often a recording thread looks for a place in a full queue, where it is to wait. */
  private static final long WAIT_NANOS = 50_000L;

  private final boolean waits;
  private final EventQueue queue;

  /** Where threads wait for the journal, if they are to. */
  private final @Nullable Receipts receipts;

  /** Tells the engine's thread that a thread waits for it. */
  private Runnable waker = () -> {};

  private volatile boolean closed;

  /** Nothing is taken any more: what came too late for the last tick stays in the queue. */
  private volatile boolean ended;

  /**
   * @param waits whether recording waits for a place instead of dropping
   * @param forJournal whether recording waits until the event is in the journal
   */
  Intake(int capacity, boolean waits, boolean forJournal) {
    this.waits = waits;
    this.queue = new EventQueue(capacity, System::nanoTime);
    this.receipts = forJournal ? new Receipts(capacity) : null;
  }

  void wakes(Runnable engine) {
    waker = engine;
  }

  /** False, and counted, when it was dropped, or is not in the journal as it should be. */
  boolean record(@Nullable Event event) {
    if (event == null || closed) {
      queue.drop();
      return false;
    }
    if (receipts != null) {
      return recordInJournal(event, receipts);
    }
    return waits ? wait(event) : queue.offer(event);
  }

  /** Takes an event that nobody waits for. */
  void offer(Event event) {
    queue.offer(event);
  }

  /** Takes out what is there now; returns how many. */
  int drain(Consumer<Event> sink) {
    int taken = queue.drain(sink);
    return receipts == null ? taken : taken + receipts.drain(sink);
  }

  /** Lets go the threads whose events were taken. */
  void release(boolean written) {
    if (receipts != null) {
      receipts.release(written);
    }
  }

  /** Takes no more events from the host. */
  void close() {
    closed = true;
  }

  boolean isClosed() {
    return closed;
  }

  /** What is still here is lost. */
  void end() {
    ended = true;
    if (receipts != null) {
      receipts.drain(event -> queue.drop());
      receipts.release(false);
    }
  }

  int size() {
    return queue.size();
  }

  int capacity() {
    return queue.capacity();
  }

  long dropped() {
    return queue.dropped() + (ended ? queue.size() : 0);
  }

  private boolean wait(Event event) {
    while (!queue.put(event)) {
      if (closed) {
        queue.drop();
        return false;
      }
      LockSupport.parkNanos(WAIT_NANOS);
    }
    return true;
  }

  private boolean recordInJournal(Event event, Receipts until) {
    Receipts.Outcome outcome = until.put(event, waker);
    while (outcome == Receipts.Outcome.FULL && waits && !closed) {
      LockSupport.parkNanos(WAIT_NANOS);
      outcome = until.put(event, waker);
    }
    if (outcome == Receipts.Outcome.FULL) {
      queue.drop();
    }
    return outcome == Receipts.Outcome.WRITTEN;
  }
}
