package dev.tocsin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.window.WindowShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keys of a rule do to its condition. */
class RuleKeysTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // added to each aggregate, also behind a metric and beside a filter of its own
        "error_rate over 5m > 5% and count() over 5m > 9 | where: 'model == \"m\"'"
            + "| error_rate where model == \"m\" over 5m > 5% and count() where model == \"m\" over 5m > 9",
        "p95_latency over 5m > 2s | where: 'model == \"m\" or cache_hit'"
            + "| p95_latency where (model == \"m\" or cache_hit) over 5m > 2s",
        // for those that have none
        "error_rate over 5m > 5% and count() over 5m > 9 | by: user"
            + "| error_rate by user over 5m > 5% and count() by user over 5m > 9",
        "count() by user over 5m > 5 and count() over 5m > 9 | by: 'model, user'"
            + "| count() by user over 5m > 5 and count() by user, model over 5m > 9",
        // the other side of a calculation and of absence too
        "count() over 5m > 2 * count() over 1h | by: user"
            + "| count() by user over 5m > 2 * count() by user over 1h",
        "absent(count() over 5m) | where: 'feature == \"f\"'"
            + "| absent(count() where feature == \"f\" over 5m)",
      })
  void whereAndByAreAsIfWrittenBehindEachAggregate(String condition, String key, String written) {
    Plan keyed =
        Rules.parse("x", "rules: [{name: x, condition: '" + condition + "', " + key + "}]");
    Plan plain = Rules.parse("x", "rules: [{name: x, condition: '" + written + "'}]");
    assertThat(keyed.aggregates()).isEqualTo(plain.aggregates());
    assertThat(keyed.rules().get(0).dimensions()).isEqualTo(plain.rules().get(0).dimensions());
  }

  @Test
  void sharedKeysThatNothingTakesDoNoHarm() {
    Plan plan =
        Rules.parse(
            "x",
            """
            defaults: {window: 5m, where: cache_hit, by: user, resolution: 30s}
            rules:
              - {name: own, condition: engine.dropped > 1}
              - {name: calendar, condition: daily_cost by model > 1}
              - {name: takes, condition: error_rate > 5%}
            """);
    assertThat(plan.rules())
        .extracting(rule -> rule.dimensions().toString())
        .containsExactly("[]", "[model]", "[user]");
    assertThat(plan.aggregates().get(2).window())
        .isEqualTo(
            WindowShape.Sliding.of(minutes(5), minutes(1) / 60, 0).inPanesOf(minutes(1) / 2));
  }

  @Test
  void theFileSetsTheTick() {
    Plan plan =
        Rules.parse(
            "x",
            """
            evaluate_every: 10s
            rules: [{name: x, condition: error_rate > 5%, window: 5m, resolution: 1m}]
            """);
    assertThat(plan.tickNanos()).isEqualTo(minutes(1) / 6);
    assertThat(plan.rules().get(0).tickNanos()).isEqualTo(minutes(1) / 6);
    WindowShape.Sliding window = (WindowShape.Sliding) plan.aggregates().get(0).window();
    assertThat(window.paneNanos()).isEqualTo(minutes(1));
    assertThat(window.tickNanos()).isEqualTo(minutes(1) / 6);
  }

  @Test
  void aSharedLabelIsCompletedByTheRuleAndBothByTheExternalOnes() {
    Plan plan =
        Rules.parse(
            "x",
            """
            external_labels: {cluster: eu, team: any}
            defaults: {labels: {team: search}}
            rules: [{name: x, condition: daily_cost > 5, labels: {tier: '1'}, runbook: r}]
            """);
    assertThat(plan.rules().get(0).labels().keySet()).containsExactly("cluster", "team", "tier");
    assertThat(plan.rules().get(0).annotations().keySet()).containsExactly("runbook");
  }

  @Test
  void anIncludedFileBringsMetricsAndRules(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("pack.yaml"),
        "metrics: {chats: count() where operation == \"chat\"}\n"
            + "rules: [{name: packed, condition: chats over 5m > 5}]");
    Path file = folder.resolve("rules.yaml");
    Files.writeString(
        file, "include: [pack.yaml]\nrules: [{name: own, condition: chats over 5m > 9}]");
    assertThat(Rules.load(file).rules())
        .extracting(RulePlan::name)
        .containsExactly("packed", "own");
  }

  private static long minutes(int minutes) {
    return Duration.ofMinutes(minutes).toNanos();
  }
}
