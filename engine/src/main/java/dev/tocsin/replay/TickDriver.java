package dev.tocsin.replay;

import dev.tocsin.api.Event;
import dev.tocsin.core.Engine;
import dev.tocsin.journal.Input;
import java.util.function.Consumer;

/**
 * Lets the stamps of a trace drive the ticks of an engine: before an event goes in, every tick up
 * to its stamp has run. The first tick is the first boundary after the first stamp, the last the
 * first after the last. Ticks at which nothing can change are left out.
 */
public final class TickDriver {
  private final Engine engine;
  private final boolean everyTick;
  private final Consumer<Engine> ticked;

  /**
   * @param engine takes the inputs
   * @param everyTick whether ticks at which nothing can change are run too; only for comparing
   */
  public TickDriver(Engine engine, boolean everyTick) {
    this(engine, everyTick, each -> {});
  }

  /**
   * @param ticked sees the engine after each tick that runs
   */
  TickDriver(Engine engine, boolean everyTick, Consumer<Engine> ticked) {
    this.engine = engine;
    this.everyTick = everyTick;
    this.ticked = ticked;
  }

  /** The next event of an ordered trace. */
  public void event(Event event) {
    ticksUpTo(event.timeNanos());
    engine.arrive(event);
  }

  /** The trace has ended at a stamp. */
  public void end(long lastStamp) {
    ticksUpTo(floor(lastStamp) + engine.tickNanos());
  }

  /** Goes on to the last tick at or before a time. */
  void until(long nanos) {
    ticksUpTo(nanos);
  }

  /** Goes on until nothing changes by itself any more. */
  public void drain() {
    for (long due = engine.nextDue(); due != Engine.NEVER; due = engine.nextDue()) {
      tick(due);
    }
  }

  private void ticksUpTo(long stamp) {
    long last = floor(stamp);
    if (engine.lastTick() == Engine.NOT_STARTED) {
      return;
    }
    for (long due = next(); due <= last; due = next()) {
      tick(due);
    }
    if (engine.lastTick() < last) {
      tick(last); // so that the event belongs to the tick that comes next
    }
  }

  private void tick(long nanos) {
    engine.apply(new Input.Tick(nanos));
    ticked.accept(engine);
  }

  private long next() {
    return everyTick ? engine.lastTick() + engine.tickNanos() : engine.nextDue();
  }

  private long floor(long stamp) {
    return Math.floorDiv(stamp, engine.tickNanos()) * engine.tickNanos();
  }
}
