package dev.tocsin.evaluators.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.api.spi.Verdict;
import dev.tocsin.testkit.contract.EvaluatorContract;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnswerFormEvaluatorTest implements EvaluatorContract {
  private static final String PRIME =
      "Is 17077 a prime number? Think step by step and then answer \"[Yes]\" or \"[No]\".";
  private static final long YES = 1_000_000_000L;

  @Override
  public Evaluator plugin() {
    return new AnswerFormEvaluator();
  }

  @Override
  public Call judged() {
    return call(PRIME, "[No]");
  }

  @Test
  void anOptionWithoutStepsIsHalfOfWhatWasAskedFor() {
    assertThat(scores(PRIME, "[No]")).isEqualTo(Map.of("offered_option", YES, "shows_steps", 0L));
  }

  @Test
  void stepsAndAnOptionAreAll() {
    String answer = "Step 1: is it even? No. Step 2: is it a multiple of 3? No. So: [Yes]";
    assertThat(scores(PRIME, answer)).isEqualTo(Map.of("offered_option", YES, "shows_steps", YES));
  }

  @Test
  void aBareWordIsNoOption() {
    assertThat(scores(PRIME, "No")).isEqualTo(Map.of("offered_option", 0L, "shows_steps", 0L));
  }

  @Test
  void lettersAreOptionsToo() {
    String survey = "Pick the best single option (e.g., (A)). (A) Very (B) Somewhat (C) Not at all";
    assertThat(scores(survey, "(B) Somewhat")).isEqualTo(Map.of("offered_option", YES));
    assertThat(scores(survey, "It depends.")).isEqualTo(Map.of("offered_option", 0L));
  }

  @Test
  void aPromptThatAsksForNothingIsNotJudged() {
    assertThat(scores("What is the capital of France?", "Paris.")).isEmpty();
  }

  private static Map<String, Long> scores(String prompt, String answer) {
    return new AnswerFormEvaluator()
        .evaluate(call(prompt, answer)).stream()
            .collect(Collectors.toMap(Verdict::score, Verdict::value));
  }

  private static Call call(String prompt, String answer) {
    return Call.atNanos(1).input(prompt).output(answer).build();
  }
}
