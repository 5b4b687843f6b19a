package dev.tocsin.api.spi;

import dev.tocsin.api.Call;
import java.util.List;
import java.util.Set;

/**
 * Scores calls. In a service it runs on a bounded worker of its own, never on the thread that
 * recorded the call; in a replay it runs in line. A call that it does not judge gives no verdict.
 *
 * <p>Implementations must be thread-safe and, to keep replays equal, give the same verdicts for the
 * same call. They may block and may throw: the engine counts it and goes on.
 */
public interface Evaluator extends Plugin {

  /**
   * The names of the scores it can give. An evaluator that was found, not registered, is only asked
   * when a rule reads one of them.
   */
  Set<String> scores();

  /**
   * Judges one call.
   *
   * @param call with its texts, where the host records them
   * @return the scores, none for a call that is not judged
   * @throws Exception when it could not be judged; counted as a failure
   */
  List<Verdict> evaluate(Call call) throws Exception;

  /** An evaluator that judges nothing. */
  static Evaluator noop(String name) {
    return new Evaluator() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public Set<String> scores() {
        return Set.of();
      }

      @Override
      public List<Verdict> evaluate(Call call) {
        return List.of();
      }
    };
  }
}
