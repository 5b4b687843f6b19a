package dev.tocsin.evaluate;

import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Event;
import dev.tocsin.api.spi.Verdict;
import java.util.List;
import java.util.Set;

/** Asks evaluators in line: a call goes in, the same call with their scores comes out. */
public final class InlineEvaluation {
  private final List<AskedEvaluator> evaluators;
  private long failures;

  /**
   * @param evaluators that may be asked
   * @param scoresRead the scores that rules read
   */
  public InlineEvaluation(List<AskedEvaluator> evaluators, Set<String> scoresRead) {
    this.evaluators =
        evaluators.stream().filter(evaluator -> evaluator.isWanted(scoresRead)).toList();
  }

  /** Whether any is asked, so that texts are needed. */
  public boolean isOn() {
    return !evaluators.isEmpty();
  }

  /** The event with the scores of the evaluators, without the texts they were read from. */
  public Event judged(Event event) {
    if (!(event instanceof Call call) || evaluators.isEmpty()) {
      return event;
    }
    CallBuilder scored = call.withoutTexts().toBuilder();
    for (AskedEvaluator evaluator : evaluators) {
      try {
        for (Verdict verdict : evaluator.judge(call)) {
          scored.scoreBillionths(verdict.score(), verdict.value());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        failures++;
      } catch (Exception | LinkageError | StackOverflowError e) {
        failures++; // an evaluator may throw; its call goes on without a score
      }
    }
    return scored.build();
  }

  /** Evaluations that threw. */
  public long failures() {
    return failures;
  }
}
