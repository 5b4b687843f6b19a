package dev.tocsin.live;

import dev.tocsin.api.DurationText;
import dev.tocsin.api.spi.PermanentFailure;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Daemon threads behind a bounded queue. An item that takes longer than the time-out counts as
 * failed and its thread is interrupted; a thread that does not listen to that is lost until its
 * item ends, and with the last one lost, items are dropped and counted as soon as the queue is
 * full.
 */
final class BoundedWorker<T> implements Worker<T> {
  private final Task<T> task;
  private final After<T> after;
  private final long timeoutNanos;
  private final ThreadPoolExecutor threads;
  private final ScheduledExecutorService timeouts;
  private final AtomicLong failures = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();

  /**
   * @param name of its threads
   * @param task what it does
   * @param after hears how each ended
   * @param bounds of threads, queue and time
   * @param timeouts interrupts items that take too long; not closed here
   */
  BoundedWorker(
      String name,
      Task<T> task,
      After<T> after,
      WorkerBounds bounds,
      ScheduledExecutorService timeouts) {
    this.task = task;
    this.after = after;
    this.timeoutNanos = bounds.timeout().toNanos();
    this.timeouts = timeouts;
    this.threads =
        new ThreadPoolExecutor(
            bounds.threads(),
            bounds.threads(),
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(bounds.capacity()),
            Daemons.named(name));
  }

  @Override
  public boolean offer(T item) {
    try {
      threads.execute(() -> work(item));
      return true;
    } catch (RejectedExecutionException e) {
      dropped.incrementAndGet();
      return false;
    }
  }

  @Override
  public long failures() {
    return failures.get();
  }

  @Override
  public long dropped() {
    return dropped.get();
  }

  @Override
  public boolean close(Duration patience) {
    threads.shutdown();
    boolean done = false;
    try {
      done = threads.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (!done) {
      dropped.addAndGet(threads.shutdownNow().size());
    }
    return done;
  }

  private void work(T item) {
    Attempt attempt = new Attempt(Thread.currentThread());
    Future<?> timer = timeouts.schedule(attempt::timeOut, timeoutNanos, TimeUnit.NANOSECONDS);
    Ending ending = Ending.FAILED;
    String error = "";
    try {
      task.run(item);
      ending = Ending.WELL;
    } catch (PermanentFailure e) {
      ending = Ending.HOPELESS;
      error = Errors.text(e);
    } catch (Exception | LinkageError | StackOverflowError e) {
      error = Errors.text(e); // counted below; what a plug-in throws never goes further
    } finally {
      timer.cancel(false);
      if (attempt.end()) {
        ending = Ending.FAILED;
        error = "took longer than " + DurationText.of(Duration.ofNanos(timeoutNanos));
      }
      if (ending != Ending.WELL) {
        failures.incrementAndGet();
      }
      after.ended(item, ending, error);
    }
  }

  /** One item being worked on; knows whether its time ran out first. */
  private static final class Attempt {
    private final Thread thread;
    private boolean ended;
    private boolean timedOut;

    Attempt(Thread thread) {
      this.thread = thread;
    }

    synchronized void timeOut() {
      if (!ended) {
        timedOut = true;
        thread.interrupt();
      }
    }

    /**
     * True if the time had run out; clears the interrupt, so that the next item does not see it.
     */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    synchronized boolean end() {
      ended = true;
      if (timedOut) {
        Thread.interrupted();
      }
      return timedOut;
    }
  }
}
