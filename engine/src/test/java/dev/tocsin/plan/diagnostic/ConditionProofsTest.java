package dev.tocsin.plan.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can be proved of conditions without events; an empty column means nothing can. */
class ConditionProofsTest {

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "error_rate > 5 -> TC341",
        "error_rate > 120% -> TC341",
        "error_rate < -1% -> TC341",
        "ks(latency) over 5m vs previous 1h > 30 -> TC341",
        "error_rate > 100% -> TC342",
        "error_rate < 0 -> TC342",
        "error_rate <= 0 -> ``",
        "error_rate >= 100% -> ``",
        "count() < 0 -> TC342",
        "p95_latency <= -1s -> TC342",
        "avg(score.q) < -1 -> ``",
        "sum(cost) < 0 -> ``",
        "error_rate >= 0 -> TC343",
        "not error_rate < 0 -> TC343",
        "count() > -1 -> TC343",
        "p95_latency > 5s and p95_latency < 2s -> TC342",
        "p95_latency > 5s and p95_latency <= 5s -> TC342",
        "p95_latency >= 5s and p95_latency <= 5s -> ``",
        "p95_latency > 5s or p95_latency < 2s -> ``",
        "not (p95_latency > 2s or p95_latency < 5s) -> TC342",
        "count() == 3 and (error_rate > 5% and count() == 4) -> TC342",
        "count() == 3 and (error_rate > 5% or count() == 4) -> ``",
        "error_rate > 5% or (count() > 9 and count() < 4) -> TC342",
        "p95_latency > 5s and p95(latency) over 1h < 2s -> ``",
        "count() by user >= 1 -> TC344",
        "count() by user > 0 -> TC344",
        "count() by user > 1 -> ``",
        "avg(latency) by user != 5 -> TC344",
        "avg(latency) != 5 -> ``",
        // arithmetic
        "1 - error_rate > 1 -> TC342",
        "1 - error_rate < 0 -> TC342",
        "1 - error_rate > 99% -> ``",
        "error_rate + timeout_rate > 200% -> TC342",
        "error_rate + timeout_rate >= 200% -> ``",
        "error_rate * timeout_rate <= 100% -> TC343",
        "error_rate * count() < 0 -> TC342",
        "error_rate - timeout_rate < -100% -> TC342",
        "error_rate - timeout_rate < 0 -> ``",
        "error_rate > 1.5 * error_rate over 1h + 100% -> TC342",
        "error_rate > 1.5 * error_rate over 1h -> ``",
        "error_rate / timeout_rate < 0 -> ``",
        "count() / (1 + error_rate) < 0 -> TC342",
        "sum(cost) / count() < 0 -> ``",
        "error_rate <= 1 + timeout_rate -> TC343",
        // several terms
        "count() < 5 or count() >= 3 -> TC343",
        "count() < 5 or count() >= 5 -> TC343",
        "count() < 5 or count() > 5 -> ``",
        "(count() < 5 or error_rate > 5%) and (count() > 9 or error_rate < 1%) -> ``",
        "(count() > 5 or count() > 9) and count() < 3 -> TC342",
        "count() >= 3 and count() <= 3 and count() != 3 -> TC342",
        "error_rate < 10% and timeout_rate < 10% and error_rate + timeout_rate > 30% -> TC342",
        "error_rate < 10% and timeout_rate < 10% and error_rate + timeout_rate > 10% -> ``",
        "error_rate < 10% or timeout_rate < 10% or error_rate + timeout_rate > 10% -> TC343",
      })
  void doubts(String condition, String code) {
    String rules = "rules:\n  - name: a\n    condition: >-\n      %s\n".formatted(condition);
    boolean own = condition.contains("vs previous");
    List<Diagnostic> found =
        Rules.check("rules.yaml", rules + (own ? "" : "    window: 5m\n")).diagnostics();

    assertThat(found)
        .extracting(d -> d.code().id())
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }
}
