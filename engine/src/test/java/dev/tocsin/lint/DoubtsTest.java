package dev.tocsin.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one rule by itself gives; an empty column means nothing, which is near what does. */
class DoubtsTest {

  private static List<String> codes(String keys, LintContext context) {
    String rule = "rules:\n  - name: a\n    " + keys.replace(" | ", "\n    ") + "\n";
    return Linted.of(rule, context).codes();
  }

  private static List<String> expected(String codes) {
    return codes.isEmpty() ? List.of() : List.of(codes.split(" ", -1));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "condition: avg(latency) over 4m > 2s -> TC703",
        "condition: avg(latency) over 5m > 2s -> ``",
        "condition: avg(latency) over 1m > 2s and avg(latency) over 1h > 1s -> TC703",
        "condition: avg(latency) over 1m > 2 * avg(latency) over 1h -> TC703",
        "condition: absent(count() over 1m) -> TC703",
        "condition: avg(latency) over 1m > 2s | for: 10s -> ``",
        "condition: avg(latency) over 1m > 2s | for: 0s -> TC703",
        "condition: avg(latency) over 1m > 2s | keep_firing_for: 1m -> ``",
        "condition: avg(latency) over 1m > 2s | resolve_when: avg(latency) over 1m < 1s -> ``",
        "condition: 'avg(latency) over 1m > 2s' | flapping: {changes: 4, within: 1h} -> ``",
        "condition: sum(cost) per day > 10 -> ``",
        "condition: avg(latency) over 1m > 2s | enabled: false -> ``",
      })
  void aShortWindow(String keys, String codes) {
    assertThat(codes(keys, LintContext.WHOLE)).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "p95(latency) over 1h > 2s -> TC705",
        "p95(latency) over 1h > 2s | min_samples: 19 -> TC705",
        "p95(latency) over 1h > 2s | min_samples: 20 -> ``",
        "p99(latency) over 1h > 2s | min_samples: 20 -> TC705",
        "p99(latency) over 1h > 2s | min_samples: 100 -> ``",
        "p99.9(latency) over 1h > 2s | min_samples: 999 -> TC705",
        "p99.9(latency) over 1h > 2s | min_samples: 1000 -> ``",
        "p5(latency) over 1h > 2s | min_samples: 19 -> TC705",
        "p5(latency) over 1h > 2s | min_samples: 20 -> ``",
        "p50(latency) over 1h > 2s -> ``",
        "p95(latency) over 1h > 2s and count() over 1h >= 20 -> ``",
        "p95(latency) over 1h > 2s and count() over 1h > 19 -> ``",
        "p95(latency) over 1h > 2s and count() over 1h >= 19 -> TC705",
        "p95(latency) over 1h > 2s and count() over 1h <= 20 -> TC705",
        "p95(latency) over 1h > 2s or count() over 1h >= 20 -> TC705",
        "(p95(latency) over 1h > 2s or p50(latency) over 1h > 1s) and count() over 1h > 19 -> ``",
        "p95(latency) over 1h > 2 * p95(latency) over 1h offset 1d -> TC705",
        "p95(latency) over 1h > 2 * p95(latency) over 1h offset 1d | min_samples: 20 -> ``",
      })
  void aPercentileOfFewSamples(String condition, String codes) {
    assertThat(codes("condition: " + condition, LintContext.WHOLE)).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "avg(score.q) over 1h < 0.5 | severity: critical -> TC704",
        "avg(score.q) over 1h < 0.5 | severity: warning -> ``",
        "avg(score.q) over 1h < 0.5 | severity: critical | no_data: resolve -> ``",
        "avg(score.q) over 1h < 0.5 | severity: critical | no_data: alert -> ``",
        "avg(measure.queue) over 1h > 5 | severity: critical -> TC704",
        "avg(latency) where feature == \"a\" over 1h > 5s | severity: critical -> TC704",
        "avg(latency) where status == \"ok\" over 1h > 5s | severity: critical -> ``",
        "avg(latency) over 1h > 5s | where: feature == \"a\" | severity: critical -> TC704",
        "error_rate over 1h > 5% | severity: critical -> ``",
        "count() where feature == \"a\" over 1h > 5 | severity: critical -> ``",
        "count() where feature == \"a\" by user over 1h > 5 | severity: critical -> TC704",
        "absent(avg(score.q) over 1h) | severity: critical -> ``",
        "avg(score.q) over 1h < 0.5 and count() over 1h > 5 | severity: critical -> ``",
      })
  void dataThatCanStop(String condition, String codes) {
    assertThat(codes("condition: " + condition, LintContext.WHOLE)).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "condition: absent(avg(score.q) over 2h) -> ``",
        "condition: absent(count() over 2h) -> TC704",
        "condition: absent(avg(score.other) over 2h) -> TC704",
        "condition: 'max(score.q) over 2h > 9' | no_data: alert -> ``",
        "condition: 'max(score.q) over 2h > 9' | no_data: keep -> TC704",
      })
  void anotherRuleMayTellThatTheDataStopped(String other, String codes) {
    String keys = "condition: avg(score.q) over 1h < 0.5 | severity: critical\n  - name: b\n    ";

    assertThat(codes(keys + other, LintContext.WHOLE)).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "sum(cost) by session over 1h > 5 -> TC706",
        "sum(cost) by attr.request_id over 1h > 5 -> TC706",
        "sum(cost) over 1h > 5 | by: [model, trace] -> TC706",
        "sum(cost) by session over 1h > 5 | limit: 10 -> ``",
        "sum(cost) by user over 1h > 5 -> ``",
        "sum(cost) by attr.tenant_id over 1h > 5 -> ``",
      })
  void everNewGroups(String condition, String codes) {
    assertThat(codes("condition: " + condition, LintContext.WHOLE)).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "avg(latency) over 1h == 2s -> TC710",
        "avg(latency) over 1h != 2s -> TC710",
        "error_rate over 1h == 5% -> TC710",
        "error_rate over 1h == 0 -> ``",
        "error_rate over 1h == 100% -> ``",
        "count() over 1h == 5 -> ``",
        "max(latency) over 1h == 5s -> ``",
        "error_rate over 1h == timeout_rate over 1h -> TC710",
        "avg(latency) by user over 1h != 2s -> TC344",
      })
  void exactlyEqual(String condition, String codes) {
    assertThat(codes("condition: " + condition, LintContext.WHOLE)).isEqualTo(expected(codes));
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "sum(cost) over 1h > 50 -> TC708 | TC709",
        "rate() over 1h < 1 -> TC708 | TC709",
        "distinct(user) over 1h > 50 -> TC708 | TC709",
        "avg(output_tokens) over 1h * rate() over 1h > 50 -> TC708 | TC709",
        "avg(latency) over 1h > 2s -> none | none",
        "error_rate over 1h > 5% -> TC708 | none",
        "ratio(cache_hit) over 1h < 5% -> none | none",
        "sum(output_tokens) over 1h / sum(input_tokens) over 1h < 2 -> none | none",
        "sum(cost) over 1h > 3 * sum(cost) over 1h offset 1d -> none | none",
        "sum(cost) over 1h > 3 * avg(cost) over 1h -> TC708 | TC709",
        "avg(latency) over 1h > 2s and count() over 1h >= 20 -> none | none",
        "count() over 1h >= 20 -> TC708 | TC709",
        "count() over 1h == 0 -> none | none",
        "absent(count() over 1h) -> none | none",
        "sum(measure.queue) over 1h > 5 -> none | none",
      })
  void whereARuleRuns(String condition, String codes) {
    String[] expected = codes.replace("none", "").split(" \\| ", -1);

    assertThat(codes("condition: " + condition, new LintContext(true, 1, false)))
        .isEqualTo(expected(expected[0].strip()));
    assertThat(codes("condition: " + condition, new LintContext(false, 3, false)))
        .isEqualTo(expected(expected[1].strip()));
    assertThat(codes("condition: " + condition, LintContext.WHOLE)).isEmpty();
  }

  @Test
  void aTotalIsToldWithWhatItMeansOverAll() {
    String rules = "rules: [{name: a, condition: sum(cost) over 1h > 50}]";

    assertThat(Linted.of(rules, new LintContext(false, 3, false)).told())
        .containsExactly(
            "1:30 TC709 each of 3 instances compares only what it sees itself:"
                + " $50 is about $150 over all");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "slow: avg(latency) -> slow TC707",
        "slow: avg(latency), b: error_rate -> slow TC707, b TC707",
        "used: avg(latency) -> ``",
        "used: other + timeout_rate, other: error_rate -> ``",
        "daily_cost: sum(cost) over 1d, used: cost_per_day -> ``",
        "latency: avg(latency), used: p50(latency) -> latency TC707",
        "mine: avg(latency), off: error_rate -> mine TC707",
      })
  void aMetricThatNobodyUses(String metrics, String told) {
    String used = metrics.contains("used") ? "used" : "error_rate";
    String rules =
        "metrics: {%s}\nrules:\n  - {name: a, condition: %s > 1, window: 1h}\n"
                .formatted(metrics, used)
            + "  - {name: b, condition: off > 1, window: 1h, enabled: false}\n";
    String whole = metrics.contains("off") ? rules : rules.replace("off", "count()");

    assertThat(Linted.of(whole, LintContext.WHOLE).under("TC707"))
        .isEqualTo(told.isEmpty() ? List.of() : List.of(told.split(", ", -1)));
  }

  @Test
  void aFileOfMetricsIsForOthers() {
    assertThat(Linted.of("metrics: {slow: avg(latency)}", LintContext.WHOLE).told()).isEmpty();
  }
}
