package dev.tocsin.live;

import dev.tocsin.api.EngineHealth;
import dev.tocsin.api.Instants;
import dev.tocsin.core.Engine;
import dev.tocsin.journal.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the ticks of an engine that are due. Guarded by the engine's lock; what it says of the last
 * one may be read by anyone.
 */
final class Ticks {
  private final Engine engine;
  private final Heart heart;

  /** Ticks that were missed while there was no engine are left out. */
  private boolean resumed;

  private volatile long errors;
  private volatile long lastMicros;
  private volatile long last = Engine.NOT_STARTED;

  /**
   * @param resumed whether the engine was brought back, so that its first tick is the one of now
   */
  Ticks(Engine engine, Heart heart, boolean resumed) {
    this.engine = engine;
    this.heart = heart;
    this.resumed = resumed;
  }

  /**
   * Runs every tick up to a time that has not run yet.
   *
   * @param health of the engine, which rules may ask for
   * @return whether a heartbeat is due
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  boolean run(long until, Supplier<EngineHealth> health) {
    boolean skips = resumed;
    resumed = false;
    long target = Math.floorDiv(until, engine.tickNanos()) * engine.tickNanos();
    if (engine.lastTick() != Engine.NOT_STARTED && target <= engine.lastTick()) {
      return false; // not due yet, or the clock has stepped back
    }
    long began = System.nanoTime();
    try {
      engine.apply(new Input.Gauges(Gauges.of(health.get(), engine.plan())));
      for (long due = engine.nextDue(); due < target && !skips; due = engine.nextDue()) {
        engine.apply(new Input.Tick(due));
      }
      engine.apply(new Input.Tick(target));
    } catch (RuntimeException | StackOverflowError e) {
      errors++;
    }
    last = target;
    lastMicros = (System.nanoTime() - began) / 1_000;
    return heart.beats(target);
  }

  /** Ticks that ended in an error. */
  long errors() {
    return errors;
  }

  /** How long the last one took. */
  Duration lastDuration() {
    return Duration.ofNanos(lastMicros * 1_000);
  }

  /** When the last one was, or null before the first. */
  @Nullable Instant last() {
    return last == Engine.NOT_STARTED ? null : Instants.ofNanos(last);
  }
}
