package dev.tocsin.live;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * The one thread that owns a live engine: takes events now and then, ticks when a tick is due. It
 * naps in between, the shorter the fuller it finds the queue, and not at all while there is much to
 * take. Nobody wakes it, since that would cost the host's threads microseconds.
 */
final class EngineThread implements Runnable {
  private final LiveEngine engine;
  private final long delayNanos;
  private final Thread thread;
  private volatile boolean closing;

  private EngineThread(LiveEngine engine, Duration delay) {
    this.engine = engine;
    this.delayNanos = delay.toNanos();
    this.thread = Daemons.named("tocsin-engine").newThread(this);
  }

  static EngineThread start(LiveEngine engine, Duration delay) {
    EngineThread started = new EngineThread(engine, delay);
    started.thread.start();
    return started;
  }

  @Override
  public void run() {
    Nap nap = new Nap(engine.queueCapacity());
    while (!closing) {
      long nanos = nap.after(engine.turn(engine.now() - delayNanos));
      if (nanos > 0) {
        LockSupport.parkNanos(nanos);
      }
    }
  }

  /** Ends a nap. */
  void wake() {
    LockSupport.unpark(thread);
  }

  /** Returns when the thread has left the engine. */
  void close() {
    closing = true;
    LockSupport.unpark(thread);
    boolean interrupted = false;
    while (true) {
      try {
        thread.join();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
