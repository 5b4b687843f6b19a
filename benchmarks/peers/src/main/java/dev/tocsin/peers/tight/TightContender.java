package dev.tocsin.peers.tight;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.RuleSet;

/**
 * The seven rules by hand with the engine's semantics. An event adds to the sums of its second and
 * to buckets of open panes; windows take the sums over at the tick. Events out of order, scores
 * that come later and repeats are not looked for.
 */
public final class TightContender implements Contender {
  private static final String RELEVANCE = "answer_relevance";
  private static final String HALLUCINATION = "hallucination";
  private static final long HALF = 500_000_000;

  private final Levels daily;
  private final Levels hourly;
  private final Levels errorRate;
  private final Levels latencyP95;
  private final Levels relevance;
  private final Levels hallucination;

  private final DaySum day = new DaySum();
  private final SlidingSums costs = new SlidingSums(Metric.HOURLY_COST.paneNanos());
  private final SlidingSums errors = new SlidingSums(Metric.ERROR_RATE.paneNanos());
  private final SlidingSums relevances = new SlidingSums(Metric.ANSWER_RELEVANCE.paneNanos());
  private final SlidingSums hallucinations = new SlidingSums(Metric.HALLUCINATION_RATE.paneNanos());
  private final SlidingPercentile latencies = new SlidingPercentile(Metric.P95_LATENCY.paneNanos());
  private final DriftOfNumbers drift;

  private long costOfSecond;
  private int failedInSecond;
  private long relevanceOfSecond;
  private int relevancesInSecond;
  private int hallucinatedInSecond;
  private int judgedInSecond;

  /** All seven metrics, compared as a set of rules says. */
  public TightContender(RuleSet rules, Alarm alarm) {
    daily = levels(Metric.DAILY_COST, rules, alarm);
    hourly = levels(Metric.HOURLY_COST, rules, alarm);
    errorRate = levels(Metric.ERROR_RATE, rules, alarm);
    latencyP95 = levels(Metric.P95_LATENCY, rules, alarm);
    relevance = levels(Metric.ANSWER_RELEVANCE, rules, alarm);
    hallucination = levels(Metric.HALLUCINATION_RATE, rules, alarm);
    drift = new DriftOfNumbers(rules, alarm);
  }

  private static Levels levels(Metric metric, RuleSet rules, Alarm alarm) {
    return new Levels(metric, rules.of(metric), Alarm.ALL, alarm);
  }

  @Override
  public void second(Call[] calls, int from, int to, long tick) {
    latencies.begin(tick);
    drift.begin(tick);
    for (int i = from; i < to; i++) {
      add(calls[i]);
    }
    fold(to - from, tick);
    decide(tick);
  }

  private void add(Call call) {
    long cost = NanoPrices.cost(call);
    if (cost != Event.UNKNOWN) {
      costOfSecond += cost;
      drift.cost.add(Buckets.logarithmic(cost));
    }
    if (call.status() == Status.OK) {
      long latency = call.latencyMicros();
      if (latency >= 0) {
        int bucket = Buckets.logarithmic(latency);
        latencies.add(latency, bucket);
        drift.latency.add(bucket);
      }
      long ttft = call.ttftMicros();
      if (ttft >= 0) {
        drift.ttft.add(Buckets.logarithmic(ttft));
      }
    } else {
      failedInSecond++;
    }
    long tokens = call.outputTokens();
    if (tokens >= 0) {
      drift.outputTokens.add(Buckets.logarithmic(tokens));
    }
    if (call.scoreCount() > 0) {
      addScores(call);
    }
  }

  private void addScores(Call call) {
    long relevant = call.scoreBillionths(RELEVANCE);
    if (relevant >= 0) {
      relevanceOfSecond += relevant;
      relevancesInSecond++;
      drift.relevance.add(Buckets.score(relevant));
    }
    long hallucinated = call.scoreBillionths(HALLUCINATION);
    if (hallucinated >= 0) {
      judgedInSecond++;
      if (hallucinated >= HALF) {
        hallucinatedInSecond++;
      }
      drift.hallucination.add(Buckets.score(hallucinated));
    }
  }

  private void fold(int calls, long tick) {
    day.add(costOfSecond, tick);
    costs.add(costOfSecond, 0, tick);
    errors.add(failedInSecond, calls, tick);
    relevances.add(relevanceOfSecond, relevancesInSecond, tick);
    hallucinations.add(hallucinatedInSecond, judgedInSecond, tick);
    latencies.end(tick);
    costOfSecond = 0;
    failedInSecond = 0;
    relevanceOfSecond = 0;
    relevancesInSecond = 0;
    hallucinatedInSecond = 0;
    judgedInSecond = 0;
  }

  private void decide(long tick) {
    daily.read((double) day.sum(), 0, tick);
    hourly.read((double) costs.first(), 0, tick);
    share(errorRate, errors, tick);
    latencyP95.read(latencies.read(), latencies.samples(), tick);
    share(relevance, relevances, tick);
    share(hallucination, hallucinations, tick);
    drift.end(tick);
  }

  /** Nothing divided by nothing is NaN: no data. */
  private static void share(Levels levels, SlidingSums sums, long tick) {
    levels.read((double) sums.first() / sums.second(), sums.second(), tick);
  }
}
