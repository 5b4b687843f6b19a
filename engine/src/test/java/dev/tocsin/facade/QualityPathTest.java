package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Alert;
import dev.tocsin.api.Reading;
import dev.tocsin.api.spi.Verdict;
import dev.tocsin.testkit.fake.ScriptedEvaluator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QualityPathTest {
  private static final String RULES =
      """
      rules:
        - name: terse
          condition: avg(score.long) by feature over 1m < 0.5
          min_samples: 2
      """;

  @TempDir Path folder;

  @Test
  void anAnswerIsScoredAndFoldedInTheGroupOfItsCall() {
    ManualEngine manual = new ManualEngine(folder);
    ScriptedEvaluator evaluator =
        new ScriptedEvaluator(
            "long",
            call -> List.of(Verdict.of("long", String.valueOf(call.output()).length() > 5)));
    try (Tocsin tocsin = manual.builder(RULES).evaluator(evaluator).build()) {
      for (String answer : List.of("No", "No.", "Yes")) {
        tocsin.record(manual.call().feature("support").output(answer).build());
      }
      tocsin.record(manual.call().feature("search").output("a long answer").build());
      manual.advance(tocsin, Duration.ofSeconds(2));
      assertThat(tocsin.alerts())
          .extracting(Alert::group)
          .containsExactly(java.util.Map.of("feature", "support"));
      assertThat(tocsin.readings()).extracting(Reading::samples).containsExactly(1L, 3L);
    }
  }

  @Test
  void aRecordedScoreWinsOverAnEvaluator() {
    ManualEngine manual = new ManualEngine(folder);
    ScriptedEvaluator evaluator =
        new ScriptedEvaluator("long", call -> List.of(Verdict.of("long", true)));
    try (Tocsin tocsin = manual.builder(RULES).evaluator(evaluator).build()) {
      for (int i = 0; i < 2; i++) {
        tocsin.record(manual.call().score("long", 0).output("No").build());
      }
      manual.advance(tocsin, Duration.ofSeconds(2));
      assertThat(tocsin.alerts()).hasSize(1);
      assertThat(tocsin.health().duplicates()).isZero();
    }
  }
}
