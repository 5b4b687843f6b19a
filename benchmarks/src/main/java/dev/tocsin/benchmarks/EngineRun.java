package dev.tocsin.benchmarks;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.Instants;
import dev.tocsin.api.Transition;
import dev.tocsin.core.Engine;
import dev.tocsin.core.EngineLimits;
import dev.tocsin.core.EngineOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.Journal;
import dev.tocsin.match.drools.DroolsMatcher;
import dev.tocsin.plan.Plan;
import dev.tocsin.price.PriceList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An engine driven as a service drives it, on one thread and without the queue: calls in the order
 * of their stamps, and a tick each second of event time.
 */
final class EngineRun implements EngineOutput, AutoCloseable {
  private final Engine engine;
  private final Map<String, Integer> firings = new TreeMap<>();

  EngineRun(Plan plan) {
    engine =
        new Engine(
            plan,
            DroolsMatcher::new,
            PriceList.builtIn(),
            EngineLimits.DEFAULT,
            Journal.NONE,
            this);
  }

  @Override
  public void transition(Transition transition) {
    if (transition.to() == AlertState.FIRING) {
      firings.merge(transition.rule(), 1, Integer::sum);
    }
  }

  /** Runs all calls through; how often each rule fired. */
  Map<String, Integer> through(List<Call> calls) {
    long length = engine.tickNanos();
    long tick = Instants.toNanos(Traffic.START) + length;
    for (Call call : calls) {
      while (call.timeNanos() >= tick) {
        engine.apply(new Input.Tick(tick));
        tick += length;
      }
      engine.arrive(call);
    }
    engine.apply(new Input.Tick(tick));
    return firings;
  }

  @Override
  public void close() {
    engine.close();
  }
}
