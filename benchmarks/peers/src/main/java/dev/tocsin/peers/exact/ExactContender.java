package dev.tocsin.peers.exact;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.price.PriceList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Six of the seven rules over exact windows: at tick T all calls from T minus the window to before
 * T, percentiles from every single number. Each rule is compared by itself. Slow and plain.
 */
public final class ExactContender implements Contender {
  private static final double HALF = 500_000_000;

  private final RuleSet rules;
  private final Alarm alarm;
  private final BitSet firing = new BitSet();
  private final PriceList prices = PriceList.builtIn();
  private final ExactDay day = new ExactDay();
  private final Map<Metric, ExactWindow> windows = new EnumMap<>(Metric.class);

  /** Without drift. */
  public ExactContender(RuleSet rules, Alarm alarm) {
    this.rules = rules;
    this.alarm = alarm;
    for (Metric metric : Metric.values()) {
      long length = TimeUnit.SECONDS.toNanos(metric.windowSeconds());
      windows.put(metric, new ExactWindow(length, metric == Metric.P95_LATENCY));
    }
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    for (int i = from; i < to; i++) {
      Call call = calls[i];
      long cost = prices.costNanoDollars(call);
      boolean ok = call.status() == Status.OK;
      long hallucination = call.scoreBillionths("hallucination");
      day.add(cost == Event.UNKNOWN ? 0 : cost, call.timeNanos());
      add(Metric.HOURLY_COST, call, cost);
      add(Metric.ERROR_RATE, call, ok ? 0 : 1);
      add(Metric.P95_LATENCY, call, ok ? call.latencyMicros() : Event.UNKNOWN);
      add(Metric.ANSWER_RELEVANCE, call, call.scoreBillionths("answer_relevance"));
      add(
          Metric.HALLUCINATION_RATE,
          call,
          hallucination == Event.UNKNOWN ? Event.UNKNOWN : hallucination >= HALF ? 1 : 0);
    }
    windows.values().forEach(window -> window.advance(tick));
    for (Rule rule : rules.rules()) {
      decide(rule, tick);
    }
  }

  private void add(Metric metric, Call call, long number) {
    if (number != Event.UNKNOWN) {
      window(metric).add(call.timeNanos(), number);
    }
  }

  private ExactWindow window(Metric metric) {
    return Objects.requireNonNull(windows.get(metric));
  }

  private void decide(Rule rule, long tick) {
    Metric metric = rule.metric();
    double value = value(metric, tick);
    boolean enough = window(metric).samples() >= metric.minSamples();
    double constant = rule.inBaseUnits();
    boolean holds = enough && (metric.below() ? value < constant : value > constant);
    if (holds != firing.get(rule.index())) {
      firing.set(rule.index(), holds);
      alarm.changed(rule.index(), Alarm.ALL, tick, holds);
    }
  }

  private double value(Metric metric, long tick) {
    ExactWindow window = window(metric);
    return switch (metric) {
      case DAILY_COST -> day.at(tick);
      case HOURLY_COST -> window.sum();
      case ERROR_RATE, ANSWER_RELEVANCE, HALLUCINATION_RATE ->
          (double) window.sum() / window.samples();
      case P95_LATENCY -> window.percentile95();
      case DRIFT -> Double.NaN;
    };
  }
}
