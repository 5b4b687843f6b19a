package dev.tocsin.benchmarks.soak;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineCounters;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.price.PriceList;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * One engine under the traffic, with the ticks of the service's clock and other rules each day.
 * Counts what should become of the events, to be held against what the engine counts.
 */
final class SoakRun implements EngineOutput, AutoCloseable {
  private static final Duration LATENESS = Duration.ofSeconds(30);
  private static final Duration REMEMBERED = Duration.ofMinutes(30);
  private static final int MOST_REMEMBERED = 10_000;
  private static final int MOST_GROUPS = 2_000;
  private static final long DAY = TimeUnit.DAYS.toNanos(1);
  private static final int TRACED = 5;

  private final SoakTraffic traffic;
  private final Engine engine;
  private long clock;
  private long day;
  private long events;
  private long accepted;
  private long late;
  private long duplicates;
  private long calls;
  private long heard;
  private long transitions;
  private long firings;
  private long reloads;
  private long exceptions;

  SoakRun(SoakTraffic traffic) {
    this.traffic = traffic;
    Offered first = traffic.next();
    day = first.now() / DAY;
    engine =
        new Engine(
            SoakRules.of(day),
            DroolsMatcher::new,
            PriceList.builtIn(),
            new EngineLimits(LATENESS, REMEMBERED, MOST_REMEMBERED, MOST_GROUPS),
            Journal.NONE,
            this);
    clock = Math.floorDiv(first.now(), engine.tickNanos()) * engine.tickNanos();
    apply(new Input.Tick(clock));
    offer(first);
  }

  /** Goes on for so many events. */
  void events(int count) {
    for (int i = 0; i < count; i++) {
      offer(traffic.next());
    }
  }

  /** Runs the clock on until even early events were seen. */
  void finish() {
    tick(clock + TimeUnit.HOURS.toNanos(1));
  }

  private void offer(Offered offered) {
    tick(offered.now());
    events++;
    if (offered.event().timeNanos() < engine.lastTick() - LATENESS.toNanos()) {
      late++;
    } else if (offered.repeat()) {
      duplicates++;
    } else {
      accepted++;
      calls += offered.event() instanceof Call ? 1 : 0;
    }
    try {
      engine.arrive(offered.event());
    } catch (RuntimeException e) {
      count(e);
    }
  }

  /** A clock that steps back is told to the engine too, which must not mind. */
  private void tick(long now) {
    long length = engine.tickNanos();
    if (now < clock) {
      clock = Math.floorDiv(now, length) * length;
      apply(new Input.Tick(clock));
    }
    while (clock + length <= now) {
      clock += length;
      apply(new Input.Tick(clock));
      if (clock / DAY > day) {
        day = clock / DAY;
        reloads++;
        apply(new Input.Reload(SoakRules.of(day)));
      }
    }
  }

  private void apply(Input input) {
    try {
      engine.apply(input);
    } catch (RuntimeException e) {
      count(e);
    }
  }

  private void count(RuntimeException e) {
    if (exceptions++ < TRACED) {
      e.printStackTrace();
    }
  }

  @Override
  public void transition(Transition transition) {
    transitions++;
    firings += transition.to() == AlertState.FIRING ? 1 : 0;
  }

  @Override
  public void accepted(Call call, long costNanoDollars) {
    heard++;
  }

  /** The service's clock, nanoseconds since the epoch. */
  long clock() {
    return clock;
  }

  /** How many events went in. */
  long events() {
    return events;
  }

  /** How many transitions came out. */
  long transitions() {
    return transitions;
  }

  /** How many of them began to fire. */
  long firings() {
    return firings;
  }

  /** How often other rules took over. */
  long reloads() {
    return reloads;
  }

  /** How often the engine threw something. */
  long exceptions() {
    return exceptions;
  }

  EngineCounters counters() {
    return engine.counters();
  }

  /** Whether the engine has counted as we did; true only when {@link #finish}ed. */
  boolean addsUp() {
    EngineCounters counted = engine.counters();
    return counted.accepted() == accepted
        && counted.late() == late
        && counted.duplicates() == duplicates
        && accepted + late + duplicates == events
        && heard == calls;
  }

  /** What should have been counted. */
  String expected() {
    return "accepted=%d, late=%d, duplicates=%d of %d; calls=%d, heard of=%d"
        .formatted(accepted, late, duplicates, events, calls, heard);
  }

  @Override
  public void close() {
    engine.close();
  }
}
