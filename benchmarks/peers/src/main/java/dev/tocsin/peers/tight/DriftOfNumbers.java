package dev.tocsin.peers.tight;

import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Metric;
import dev.tocsin.peers.rules.Rule;
import dev.tocsin.peers.rules.RuleSet;
import java.util.List;

/** The drift of each number that {@code ks(*)} follows. */
final class DriftOfNumbers {
  final SlidingDrift latency;
  final SlidingDrift ttft;
  final SlidingDrift outputTokens;
  final SlidingDrift cost;
  final SlidingDrift relevance;
  final SlidingDrift hallucination;

  private final SlidingDrift[] all;

  DriftOfNumbers(RuleSet rules, Alarm alarm) {
    List<Rule> of = rules.of(Metric.DRIFT);
    latency = drift(of, "latency", Buckets.LOGARITHMIC, alarm);
    ttft = drift(of, "ttft", Buckets.LOGARITHMIC, alarm);
    outputTokens = drift(of, "output_tokens", Buckets.LOGARITHMIC, alarm);
    cost = drift(of, "cost", Buckets.LOGARITHMIC, alarm);
    relevance = drift(of, "score.answer_relevance", Buckets.SCORES, alarm);
    hallucination = drift(of, "score.hallucination", Buckets.SCORES, alarm);
    all = new SlidingDrift[] {latency, ttft, outputTokens, cost, relevance, hallucination};
  }

  private static SlidingDrift drift(List<Rule> of, String group, int buckets, Alarm alarm) {
    Levels levels = new Levels(Metric.DRIFT, of, group, alarm);
    return new SlidingDrift(Metric.DRIFT.paneNanos(), buckets, levels);
  }

  void begin(long tick) {
    for (SlidingDrift each : all) {
      each.begin(tick);
    }
  }

  void end(long tick) {
    for (SlidingDrift each : all) {
      each.end(tick);
    }
  }
}
