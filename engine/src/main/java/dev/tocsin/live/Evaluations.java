package dev.tocsin.live;

import dev.tocsin.api.Call;
import dev.tocsin.api.Score;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Hands calls to the evaluators whose scores the rules use, each on its own worker, and gives their
 * verdicts back as scores. A score that the call already carries wins over a verdict.
 */
final class Evaluations {
  private final List<Asked> all = new ArrayList<>();

  private record Asked(Worker<Call> worker, Set<String> onlyFor) {

    boolean wanted(Set<String> scoresRead) {
      return onlyFor.isEmpty() || !Collections.disjoint(onlyFor, scoresRead);
    }
  }

  /**
   * @param now stamps the scores, nanoseconds since the epoch
   * @param scores takes them; called on the evaluators' workers
   */
  Evaluations(Plugins plugins, Workers workers, LongSupplier now, Consumer<Score> scores) {
    plugins.evaluators().forEach(one -> add(one, Set.of(), workers, now, scores));
    plugins.found().forEach(one -> add(one, one.scores(), workers, now, scores));
  }

  private void add(
      Evaluator evaluator,
      Set<String> onlyFor,
      Workers workers,
      LongSupplier now,
      Consumer<Score> scores) {
    Worker<Call> worker =
        workers.start(
            "evaluator-" + evaluator.name(),
            WorkerBounds.EVALUATOR,
            call -> judge(evaluator, call, now, scores));
    all.add(new Asked(worker, onlyFor));
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * @param scoresRead the scores that rules read
   */
  void offer(Call call, Set<String> scoresRead) {
    for (Asked asked : all) {
      if (asked.wanted(scoresRead)) {
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
      Evaluator evaluator, Call call, LongSupplier now, Consumer<Score> scores) throws Exception {
    for (Verdict verdict : evaluator.evaluate(call)) {
      if (!call.scores().containsKey(verdict.score())) {
        scores.accept(
            new Score(
                now.getAsLong(),
                String.valueOf(call.id()),
                verdict.score(),
                verdict.value(),
                null,
                verdict.reason(),
                evaluator.name()));
      }
    }
  }
}
