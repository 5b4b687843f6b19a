package dev.tocsin.testkit;

import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Verdict;
import dev.tocsin.testkit.contract.EvaluatorContract;
import dev.tocsin.testkit.fake.ScriptedEvaluator;
import java.util.List;

class ScriptedEvaluatorTest implements EvaluatorContract {
  @Override
  public Evaluator plugin() {
    return new ScriptedEvaluator(
        "long",
        call ->
            call.output() == null
                ? List.of()
                : List.of(Verdict.of("long", call.output().length() > 10)));
  }

  @Override
  public Call judged() {
    return Call.atNanos(1).output("an answer of some length").build();
  }
}
