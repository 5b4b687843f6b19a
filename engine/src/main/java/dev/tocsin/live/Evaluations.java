package dev.tocsin.live;

import dev.tocsin.api.Call;
import dev.tocsin.api.Score;
import dev.tocsin.api.spi.Verdict;
import dev.tocsin.evaluate.AskedEvaluator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

/** Hands calls to evaluators, each on its own worker, and gives their verdicts back as scores. */
final class Evaluations {
  private final List<Asked> all = new ArrayList<>();

  private record Asked(AskedEvaluator evaluator, Worker<Call> worker) {}

  /**
   * @param stamp of a score, given the call that is judged, in nanoseconds since the epoch
   * @param scores takes them; called on the evaluators' workers
   */
  Evaluations(
      List<AskedEvaluator> evaluators,
      Workers workers,
      ToLongFunction<Call> stamp,
      Consumer<Score> scores) {
    for (AskedEvaluator asked : evaluators) {
      Worker<Call> worker =
          workers.start(
              "evaluator-" + asked.evaluator().name(),
              WorkerBounds.EVALUATOR,
              call -> judge(asked, call, stamp, scores));
      all.add(new Asked(asked, worker));
    }
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * @param scoresRead the scores that rules read
   */
  void offer(Call call, Set<String> scoresRead) {
    for (Asked asked : all) {
      if (asked.evaluator().isWanted(scoresRead)) {
        asked.worker().offer(call);
      }
    }
  }

  long failures() {
    return all.stream().mapToLong(asked -> asked.worker().failures()).sum();
  }

  long dropped() {
    return all.stream().mapToLong(asked -> asked.worker().dropped()).sum();
  }

  private static void judge(
      AskedEvaluator asked, Call call, ToLongFunction<Call> stamp, Consumer<Score> scores)
      throws Exception {
    for (Verdict verdict : asked.judge(call)) {
      scores.accept(
          new Score(
              stamp.applyAsLong(call),
              String.valueOf(call.id()),
              verdict.score(),
              verdict.value(),
              null,
              verdict.reason(),
              asked.evaluator().name()));
    }
  }
}
