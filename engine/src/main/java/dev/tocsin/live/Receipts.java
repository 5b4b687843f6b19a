package dev.tocsin.live;

import dev.tocsin.api.Event;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Events whose recording threads wait until they are in the journal. Many may wait; one flush lets
 * all go that were taken before it.
 */
final class Receipts {
  /** A journal that does not answer for so long is given up. */
  private static final long PATIENCE_NANOS = 5_000_000_000L;

  private final ArrayBlockingQueue<Receipt> queue;
  private final List<Receipt> taken = new ArrayList<>();

  private static final class Receipt {
    private static final int WAITS = 0;
    private static final int WRITTEN = 1;
    private static final int NOT_WRITTEN = 2;

    private final Event event;
    private final Thread thread = Thread.currentThread();
    private volatile int state = WAITS;

    private Receipt(Event event) {
      this.event = event;
    }
  }

  Receipts(int capacity) {
    queue = new ArrayBlockingQueue<>(capacity);
  }

  /** What became of a hand-over. */
  enum Outcome {
    WRITTEN,
    NOT_WRITTEN,
    FULL
  }

  /**
   * Hands an event over and waits.
   *
   * @param waker tells the engine's thread that there is something
   */
  Outcome put(Event event, Runnable waker) {
    Receipt receipt = new Receipt(event);
    if (!queue.offer(receipt)) {
      return Outcome.FULL;
    }
    waker.run();
    long deadline = System.nanoTime() + PATIENCE_NANOS;
    boolean interrupted = false;
    while (receipt.state == Receipt.WAITS && System.nanoTime() - deadline < 0) {
      LockSupport.parkNanos(this, deadline - System.nanoTime());
      interrupted |= Thread.interrupted();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return receipt.state == Receipt.WRITTEN ? Outcome.WRITTEN : Outcome.NOT_WRITTEN;
  }

  /** Takes out what is there now; by the one thread that takes. */
  int drain(Consumer<Event> sink) {
    int before = taken.size();
    queue.drainTo(taken);
    taken.subList(before, taken.size()).forEach(receipt -> sink.accept(receipt.event));
    return taken.size() - before;
  }

  /** Lets go those whose events were taken. */
  void release(boolean written) {
    for (Receipt receipt : taken) {
      receipt.state = written ? Receipt.WRITTEN : Receipt.NOT_WRITTEN;
      LockSupport.unpark(receipt.thread);
    }
    taken.clear();
  }
}
