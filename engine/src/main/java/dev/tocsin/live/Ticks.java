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
   * @param between lets what was said go out; called between moments at which something may be said
   * @return whether a heartbeat is due
   */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  boolean run(long until, Supplier<EngineHealth> health, Runnable between) {
    boolean skips = resumed;
    resumed = false;
    long target = Math.floorDiv(until, engine.tickNanos()) * engine.tickNanos();
    if (engine.lastTick() != Engine.NOT_STARTED && target <= engine.lastTick()) {
      timers(until, between);
      return false; // not due yet, or the clock has stepped back
    }
    long began = System.nanoTime();
    try {
      engine.apply(new Input.Gauges(Gauges.of(health.get(), engine.plan())));
      for (long due = engine.nextDue(); due < target && !skips; due = engine.nextDue()) {
        timers(due - 1, between);
        engine.apply(new Input.Tick(due));
        between.run();
      }
      timers(skips ? Long.MIN_VALUE : target - 1, between);
      engine.apply(new Input.Tick(target));
    } catch (RuntimeException | StackOverflowError e) {
      errors++;
    }
    last = target;
    lastMicros = (System.nanoTime() - began) / 1_000;
    timers(until, between);
    return heart.beats(target);
  }

  /** Lets out what is due between ticks. */
  @SuppressWarnings("NonAtomicVolatileUpdate") // written under the lock only
  private void timers(long until, Runnable between) {
    if (engine.lastTick() == Engine.NOT_STARTED) {
      return;
    }
    try {
      for (long due = engine.router().nextDue(); due <= until; due = engine.router().nextDue()) {
        engine.apply(new Input.Timer(due));
        between.run();
      }
    } catch (RuntimeException | StackOverflowError e) {
      errors++;
    }
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
