package dev.tocsin.peers.siddhi;

import dev.tocsin.api.Call;
import dev.tocsin.peers.others.HeldRules;
import dev.tocsin.peers.others.PricedEvent;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import dev.tocsin.peers.rules.RuleSet;
import io.siddhi.core.SiddhiAppRuntime;
import io.siddhi.core.SiddhiManager;
import io.siddhi.core.event.Event;
import io.siddhi.core.query.output.callback.QueryCallback;
import io.siddhi.core.stream.input.InputHandler;
import java.util.concurrent.TimeUnit;

/**
 * Siddhi with one query for each rule, on the time of the events; a second holds what any event
 * does.
 */
public final class SiddhiContender implements Contender {
  private static final long DAY = TimeUnit.DAYS.toMillis(1);

  private final SiddhiManager manager = new SiddhiManager();
  private final SiddhiAppRuntime runtime;
  private final InputHandler input;
  private final HeldRules held;

  /** Without drift. */
  public SiddhiContender(RuleSet rules, Alarm alarm) {
    held = new HeldRules(alarm);
    manager.setExtension("peers:p95", Percentile95Aggregator.class);
    StringBuilder text = new StringBuilder(Queries.STREAM);
    for (Rule rule : rules.rules()) {
      if (rule.metric() != Metric.DRIFT) {
        text.append(Queries.of(rule));
      }
    }
    runtime = manager.createSiddhiAppRuntime(text.toString());
    for (Rule rule : rules.rules()) {
      if (rule.metric() != Metric.DRIFT) {
        runtime.addCallback(Integer.toString(rule.index()), new Listener(rule.index()));
      }
    }
    input = runtime.getInputHandler("Calls");
    runtime.start();
  }

  private final class Listener extends QueryCallback {
    private final int rule;

    private Listener(int rule) {
      this.rule = rule;
    }

    @Override
    public void receive(long time, Event[] now, Event[] over) {
      if (now != null) {
        held.holds(rule);
      }
    }
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    try {
      for (int i = from; i < to; i++) {
        PricedEvent event = PricedEvent.of(calls[i]);
        long time = event.getTime();
        input.send(
            time,
            new Object[] {
              time / DAY,
              event.getCost(),
              event.getFailed(),
              event.isOk(),
              event.getLatency(),
              event.isScored(),
              event.getRelevance(),
              event.getHallucinated()
            });
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    held.tick(tick);
  }

  @Override
  public void close() {
    runtime.shutdown();
    manager.shutdown();
  }
}
