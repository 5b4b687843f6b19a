package dev.tocsin.replay;

import dev.tocsin.api.Event;
import dev.tocsin.core.Engine;
import dev.tocsin.journal.Input;
import dev.tocsin.route.Router;
import java.util.function.Consumer;

/**
 * Lets the stamps of a trace drive the ticks of an engine: before an event goes in, every tick up
 * to its stamp has run. The first tick is the first boundary after the first stamp, the last the
 * first after the last. Ticks at which nothing can change are left out.
 */
public final class TickDriver {
  private final Engine engine;
  private final boolean everyTick;
  private final Consumer<Engine> between;

  /**
   * @param engine takes the inputs
   * @param everyTick whether ticks at which nothing can change are run too; only for comparing
   */
  public TickDriver(Engine engine, boolean everyTick) {
    this(engine, everyTick, each -> {});
  }

  /**
   * @param between sees the engine after each tick, and after each moment between ticks at which
   *     something was said
   */
  TickDriver(Engine engine, boolean everyTick, Consumer<Engine> between) {
    this.engine = engine;
    this.everyTick = everyTick;
    this.between = between;
  }

  /** The next event of an ordered trace. */
  public void event(Event event) {
    ticksUpTo(event.timeNanos());
    engine.arrive(event);
  }

  /** The trace has ended at a stamp. */
  public void end(long lastStamp) {
    ticksUpTo(endOf(lastStamp));
  }

  /** The last tick of a trace whose last stamp is this. */
  long endOf(long lastStamp) {
    return floor(lastStamp) + engine.tickNanos();
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
    while (!engine.router().anyFires() && engine.router().nextDue() != Router.NEVER) {
      timersUntil(engine.router().nextDue()); // what has resolved is told
    }
  }

  private void tick(long due) {
    timersUntil(due - 1);
    engine.apply(new Input.Tick(due));
    between.accept(engine);
  }

  /** Each by itself, since what is said next depends on what became of what was said. */
  private void timersUntil(long until) {
    for (long due = engine.router().nextDue(); due <= until; due = engine.router().nextDue()) {
      engine.apply(new Input.Timer(due));
      between.accept(engine);
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

  private long next() {
    return everyTick ? engine.lastTick() + engine.tickNanos() : engine.nextDue();
  }

  private long floor(long stamp) {
    return Math.floorDiv(stamp, engine.tickNanos()) * engine.tickNanos();
  }
}
