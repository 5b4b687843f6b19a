package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.syntax.ExprPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that are the contract, on one line each and with each key on its own line. */
class SevenRulesTest {
  private static final String EXPECTED =
      """
      daily_budget_limit COST daily_cost > 1000 - - - - critical [slack, email, pagerduty]
      hourly_budget_warning COST hourly_cost > 50 - - - - warning [slack]
      error_rate_spike RELIABILITY error_rate > 0.05 PT5M - - - critical [slack, pagerduty]
      latency_degradation PERFORMANCE p95_latency > 2000 PT10M - - - warning [slack, email]
      quality_drop QUALITY answer_relevance < 0.7 PT1H - - 50 warning [slack, email]
      hallucination_spike QUALITY hallucination_rate > 0.2 PT1H - - - critical [slack, email, pagerduty]
      model_drift DRIFT ks_statistic > 0.3 - PT168H PT24H - warning [slack, email]""";

  @ParameterizedTest
  @ValueSource(strings = {"/seven-rules-flow.yaml", "/seven-rules-block.yaml"})
  void are_read(String resource) throws IOException {
    try (var stream = SevenRulesTest.class.getResourceAsStream(resource)) {
      RuleFile file = RuleFiles.good(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
      String read =
          file.rules().stream().map(SevenRulesTest::line).collect(Collectors.joining("\n"));
      assertThat(read).isEqualTo(EXPECTED);
    }
  }

  private static String line(RuleDefinition rule) {
    return String.join(
        " ",
        rule.name().value(),
        text(rule.type()),
        ExprPrinter.print(rule.condition()),
        duration(rule.window()),
        duration(rule.baselineWindow()),
        duration(rule.currentWindow()),
        text(rule.minSamples()),
        text(rule.severity()),
        rule.channels().stream().map(Located::value).toList().toString());
  }

  private static String duration(Optional<Located<Duration>> duration) {
    return text(duration);
  }

  private static <T> String text(Optional<Located<T>> value) {
    return value.map(located -> located.value().toString()).orElse("-");
  }
}
