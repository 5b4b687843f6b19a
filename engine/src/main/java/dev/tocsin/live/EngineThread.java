package dev.tocsin.live;

import dev.tocsin.api.Instants;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** The one thread that owns a live engine: takes events now and then, ticks when a tick is due. */
final class EngineThread implements Runnable {
  /**
   * How long events may lie in the queue at most; short enough that a full queue means overload.
   */
  private static final long NAP_NANOS = 10_000_000L;

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
    while (!closing) {
      engine.tick(Instants.ofNanos(engine.now() - delayNanos));
      LockSupport.parkNanos(NAP_NANOS);
    }
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
