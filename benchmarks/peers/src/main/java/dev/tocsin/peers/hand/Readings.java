package dev.tocsin.peers.hand;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.tight.DaySum;
import dev.tocsin.peers.tight.NanoPrices;

/** The aggregates of six of the seven rules by hand. */
public final class Readings {
  private static final long HALF = 500_000_000;

  private final DaySum day = new DaySum();
  private final RecentSums costs = new RecentSums(Metric.HOURLY_COST.windowSeconds());
  private final RecentSums errors = new RecentSums(Metric.ERROR_RATE.windowSeconds());
  private final RecentSums relevances = new RecentSums(Metric.ANSWER_RELEVANCE.windowSeconds());
  private final RecentSums judged = new RecentSums(Metric.HALLUCINATION_RATE.windowSeconds());
  private final RecentPercentile latencies =
      new RecentPercentile(Metric.P95_LATENCY.windowSeconds());

  /** Takes the calls of a second that ends at a tick. */
  public void second(Call[] calls, int from, int to, long tick) {
    costs.next();
    errors.next();
    relevances.next();
    judged.next();
    latencies.next();
    for (int i = from; i < to; i++) {
      add(calls[i], tick);
    }
    day.add(0, tick);
  }

  private void add(Call call, long tick) {
    long cost = NanoPrices.cost(call);
    if (cost != Event.UNKNOWN) {
      day.add(cost, tick);
      costs.add(cost, 1);
    }
    boolean ok = call.status() == Status.OK;
    errors.add(ok ? 0 : 1, 1);
    if (ok && call.latencyMicros() >= 0) {
      latencies.add(call.latencyMicros());
    }
    long relevance = call.scoreBillionths("answer_relevance");
    if (relevance >= 0) {
      relevances.add(relevance, 1);
    }
    long hallucination = call.scoreBillionths("hallucination");
    if (hallucination >= 0) {
      judged.add(hallucination >= HALF ? 1 : 0, 1);
    }
  }

  /** What a metric reads, in the engine's units; NaN for no data. */
  public double value(Metric metric) {
    return switch (metric) {
      case DAILY_COST -> day.sum();
      case HOURLY_COST -> costs.first();
      case ERROR_RATE -> (double) errors.first() / errors.second();
      case P95_LATENCY -> latencies.read();
      case ANSWER_RELEVANCE -> (double) relevances.first() / relevances.second();
      case HALLUCINATION_RATE -> (double) judged.first() / judged.second();
      case DRIFT -> Double.NaN;
    };
  }

  /** How many events that rests on. */
  public long samples(Metric metric) {
    return switch (metric) {
      case DAILY_COST, HOURLY_COST -> costs.second();
      case ERROR_RATE -> errors.second();
      case P95_LATENCY -> latencies.samples();
      case ANSWER_RELEVANCE -> relevances.second();
      case HALLUCINATION_RATE -> judged.second();
      case DRIFT -> 0;
    };
  }
}
