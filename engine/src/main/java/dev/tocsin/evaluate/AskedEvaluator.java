package dev.tocsin.evaluate;

import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * An evaluator and when it is asked.
 *
 * @param evaluator judges
 * @param always whether it is asked for every call; else only when rules read one of its scores
 */
public record AskedEvaluator(Evaluator evaluator, boolean always) {

  /**
   * Whether it is asked at all.
   *
   * @param scoresRead the scores that rules read
   */
  public boolean isWanted(Set<String> scoresRead) {
    return always || !Collections.disjoint(evaluator.scores(), scoresRead);
  }

  /** What it says of a call that the call does not say itself: a recorded score wins. */
  public List<Verdict> judge(Call call) throws Exception {
    return evaluator.evaluate(call).stream()
        .filter(verdict -> !call.scores().containsKey(verdict.score()))
        .toList();
  }
}
