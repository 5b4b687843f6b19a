package dev.tocsin.testkit.fake;

import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Verdict;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Judges calls as told and remembers them. Thread-safe. */
public final class ScriptedEvaluator implements Evaluator {
  private final String score;
  private final Function<Call, List<Verdict>> script;
  private final List<Call> seen = new CopyOnWriteArrayList<>();

  /**
   * @param score its name and the score it gives
   * @param script what it says of a call; may throw
   */
  public ScriptedEvaluator(String score, Function<Call, List<Verdict>> script) {
    this.score = score;
    this.script = script;
  }

  @Override
  public String name() {
    return score;
  }

  @Override
  public Set<String> scores() {
    return Set.of(score);
  }

  @Override
  public List<Verdict> evaluate(Call call) {
    seen.add(call);
    return script.apply(call);
  }

  /** The calls it was asked about, in order. */
  public List<Call> seen() {
    return List.copyOf(seen);
  }
}
