package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.ComparedReading;
import dev.tocsin.api.Transition;
import dev.tocsin.api.Unit;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic over readings: values and units as shown. */
class ArithmeticTest {
  private static final long SECOND = 1_000_000_000L;

  /**
   * Two calls before one tick: 1 s and 3 s, 100 and 300 tokens, 2 dollars and 4, scores 0.5 and
   * 0.7.
   */
  private static final List<Call> CALLS =
      List.of(call(0, 1_000_000, 100, 2, 500_000_000), call(0, 3_000_000, 300, 4, 700_000_000));

  private static Call call(long stamp, long micros, long tokens, long dollars, long score) {
    return Call.atNanos(stamp)
        .latencyMicros(micros)
        .outputTokens(tokens)
        .costNanoDollars(dollars * SECOND)
        .scoreBillionths("q", score)
        .build();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sum(cost) + sum(cost)                      | 12   | MONEY
          sum(cost) - $1                             | 5    | MONEY
          $10 - sum(cost)                            | 4    | MONEY
          -sum(cost)                                 | -6   | MONEY
          sum(cost) * 2                              | 12   | MONEY
          sum(cost) * 50%                            | 3    | MONEY
          $0.01 * count()                            | 0.02 | MONEY
          sum(cost) / count()                        | 3    | MONEY
          sum(cost) / sum(output_tokens)             | 0.015 | MONEY
          sum(output_tokens) / sum(cost)             | 66.66666666 | NUMBER
          sum(output_tokens) / sum(latency)          | 100  | RATE
          sum(latency) / count()                     | 2000 | DURATION
          avg(latency) + 500ms                       | 2500 | DURATION
          avg(latency) + 500                         | 2500 | DURATION
          avg(latency) / 500ms                       | 4    | NUMBER
          (sum(cost) + $2) / $4                      | 2    | NUMBER
          sum(output_tokens) / count()               | 200  | NUMBER
          avg(score.q) + 0.1                         | 0.7  | NUMBER
          avg(score.q) * avg(score.q)                | 0.36 | NUMBER
          1 - avg(score.q)                           | 0.4  | NUMBER
          count() - 2 * 3 + 1                        | -3   | COUNT
          """)
  void valueAndUnit(String expression, double value, Unit unit) {
    ComparedReading reading = decisive(expression + " != 12345.678");
    assertThat(reading.value()).isCloseTo(value, within(1e-6));
    assertThat(reading.unit()).isEqualTo(unit);
    assertThat(reading.term()).isEqualTo(expression);
  }

  @Test
  void bothSidesAreTold() {
    ComparedReading reading = decisive("max_cost > 1.5 * avg(cost)");
    assertThat(reading.value()).isEqualTo(6.0);
    assertThat(reading.threshold()).isEqualTo(4.5);
    assertThat(reading.term()).isEqualTo("max_cost");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sum(cost) > 80% * $5                       | 4    | MONEY
          sum(cost) > $5 * 80%                       | 4    | MONEY
          avg(latency) > 2 * 25% * 2s                | 1000 | DURATION
          avg(score.q) > 50% * 0.4                   | 0.2  | NUMBER
          """)
  void aShareOfAConstantIsOfItsUnit(String condition, double threshold, Unit unit) {
    ComparedReading reading = decisive(condition);
    assertThat(reading.threshold()).isCloseTo(threshold, within(1e-9));
    assertThat(reading.unit()).isEqualTo(unit);
  }

  @Test
  void aSeverityBeginsAtWhatIsCalculatedFromConstants() {
    String rule =
        "rules: [{name: a, condition: avg(cost) over 1m, warning: '> %s', critical: '> $5'}]";
    assertThat(Rules.check("rules.yaml", rule.formatted("80% * $5")).diagnostics()).isEmpty();
    assertThat(Rules.check("rules.yaml", rule.formatted("(1 + 1) * -$2")).diagnostics()).isEmpty();
    assertThat(Rules.check("rules.yaml", rule.formatted("120% * $5")).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.MILDER_SEVERITY);
    assertThat(Rules.check("rules.yaml", rule.formatted("2 * max(cost)")).diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly(Code.WRONG_KIND);
  }

  @Test
  void zeroByZeroIsNoData() {
    assertThat(transitions("count() where user == \"x\" / count() where user == \"y\" != 5"))
        .isEmpty();
  }

  @Test
  void anythingByZeroIsInfinite() {
    assertThat(transitions("count() / count() where user == \"y\" > 1000")).isNotEmpty();
  }

  private static ComparedReading decisive(String condition) {
    return transitions(condition).get(0).decisive();
  }

  private static List<Transition> transitions(String condition) {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            metrics:
              max_cost: sum(cost)
            rules:
              - name: r
                condition: '%s'
                window: 1m
            """
                .formatted(condition));
    return Runs.ofTrace(plan, CALLS, true).transitions();
  }
}
