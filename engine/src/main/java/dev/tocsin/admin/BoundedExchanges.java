package dev.tocsin.admin;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of the endpoint. Some requests at a time are answered, some beyond are told that it
 * is busy, and those beyond these lose their connection. A request has a time for all of it: to
 * come in, to be carried out, and to be taken by its client; then its thread is interrupted, which
 * closes the connection.
 */
final class BoundedExchanges implements Executor {
  /** Threads for those who are only told that it is busy. */
  private static final int FOR_REFUSALS = 2;

  private static final int WAITING = 256;
  private static final long IDLE_SECONDS = 10;

  private final int requests;
  private final long timeoutNanos;
  private final ThreadPoolExecutor threads;
  private final ScheduledThreadPoolExecutor timer;
  private final AtomicInteger inside = new AtomicInteger();
  private final ThreadLocal<Boolean> busy = ThreadLocal.withInitial(() -> false);

  BoundedExchanges(int requests, Duration timeout) {
    this.requests = requests;
    this.timeoutNanos = timeout.toNanos();
    AtomicInteger number = new AtomicInteger();
    int most = requests + FOR_REFUSALS;
    this.threads =
        new ThreadPoolExecutor(
            most,
            most,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            task -> daemon(task, "tocsin-admin-" + number.incrementAndGet()));
    threads.allowCoreThreadTimeOut(true);
    this.timer = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "tocsin-admin-timer"));
    timer.setRemoveOnCancelPolicy(true);
  }

  static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Whether the request of this thread is one too many. */
  boolean isBusy() {
    return busy.get();
  }

  @Override
  public void execute(Runnable exchange) {
    boolean tooMany = inside.incrementAndGet() > requests;
    try {
      threads.execute(() -> run(exchange, tooMany));
    } catch (RejectedExecutionException e) {
      inside.decrementAndGet();
      cutOff(exchange);
    }
  }

  /**
   * Reads of an interrupted thread close their connection at once, and there is no other way to
   * reach it from here. The thread is the server's own.
   */
  @SuppressWarnings("ResultOfMethodCallIgnored")
  private static void cutOff(Runnable exchange) {
    Thread.currentThread().interrupt();
    try {
      exchange.run();
    } finally {
      Thread.interrupted();
    }
  }

  private void run(Runnable exchange, boolean tooMany) {
    Turn turn = new Turn(Thread.currentThread());
    Future<?> end = timer.schedule(turn::timeOut, timeoutNanos, TimeUnit.NANOSECONDS);
    busy.set(tooMany);
    try {
      exchange.run();
    } finally {
      end.cancel(false);
      turn.end();
      busy.remove();
      inside.decrementAndGet();
    }
  }

  void close() {
    threads.shutdownNow();
    timer.shutdownNow();
  }

  /** One request on its thread. */
  private static final class Turn {
    private final Thread thread;
    private boolean ended;

    Turn(Thread thread) {
      this.thread = thread;
    }

    synchronized void timeOut() {
      if (!ended) {
        thread.interrupt();
      }
    }

    /** What the next request on this thread must not see is cleared. */
    @SuppressWarnings("ResultOfMethodCallIgnored")
    synchronized void end() {
      ended = true;
      Thread.interrupted();
    }
  }
}
