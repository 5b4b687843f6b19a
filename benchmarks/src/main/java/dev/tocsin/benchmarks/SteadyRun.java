package dev.tocsin.benchmarks;

import dev.tocsin.api.Call;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.util.ArrayList;
import java.util.List;

/**
 * An engine in its steady state, and calls that were made for it beforehand, with the ticks that
 * come between them. Each stretch of calls is walked once, so stamps rise as in a service and
 * nothing but the engine allocates: what a profiler shows is the engine's.
 */
final class SteadyRun implements AutoCloseable {
  private final Engine engine;
  private Call[] calls = {};
  private Input.Tick[] ticks = {};
  private int nextCall;
  private int nextTick;

  SteadyRun(Plan plan, EngineOutput output) {
    engine =
        new Engine(
            plan,
            DroolsMatcher::new,
            PriceList.builtIn(),
            EngineLimits.DEFAULT,
            Journal.NONE,
            output);
  }

  /** Goes on with other calls, which come after all before. */
  void load(Call[] next) {
    long length = engine.tickNanos();
    boolean first = engine.lastTick() == Engine.NOT_STARTED;
    long last = first ? Math.floorDiv(next[0].timeNanos(), length) * length : engine.lastTick();
    List<Input.Tick> made = new ArrayList<>();
    while (last <= next[next.length - 1].timeNanos()) {
      last += length;
      made.add(new Input.Tick(last));
    }
    calls = next;
    ticks = made.toArray(Input.Tick[]::new);
    nextCall = 0;
    nextTick = 0;
  }

  /** Runs so many calls through, with the ticks that come before each. */
  void advance(int count) {
    if (calls.length - nextCall < count) {
      throw new IllegalStateException(
          "all %,d calls are used up: fewer iterations".formatted(calls.length));
    }
    int until = nextCall + count;
    for (int i = nextCall; i < until; i++) {
      Call call = calls[i];
      while (call.timeNanos() >= ticks[nextTick].nanos()) {
        engine.apply(ticks[nextTick++]);
      }
      engine.arrive(call);
    }
    nextCall = until;
  }

  /** Runs what is left of the calls through, and ends the last one's tick. */
  void finish() {
    advance(calls.length - nextCall);
    while (nextTick < ticks.length) {
      engine.apply(ticks[nextTick++]);
    }
  }

  @Override
  public void close() {
    engine.close();
  }
}
