package dev.tocsin.plan.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Formula;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingPlan;
import dev.tocsin.plan.RulePlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** What good conditions are planned as; thresholds are in base units. */
class PlannedConditionsTest {

  @ParameterizedTest
  @CsvFileSource(
      resources = "/planned-conditions.txt",
      delimiterString = " -> ",
      quoteCharacter = '`')
  void normalForm(String condition, String planned) {
    assertThat(text(plan(condition).rules().get(0).formula())).isEqualTo(planned);
  }

  @Test
  void equalAggregatesReadingsAndCrossingsAreOne() {
    Plan plan =
        plan(
            "p95_latency > 2s",
            "p95(latency) where status == \"ok\" > 2000",
            "p95_latency over 300s > 3s and p95_latency > 2000ms",
            "p99_latency > 2s");

    assertThat(plan.aggregates()).as("one histogram serves both percentiles").hasSize(1);
    assertThat(plan.readings()).hasSize(2);
    assertThat(plan.crossings())
        .extracting(PlannedConditionsTest::text)
        .containsExactly("p95_latency > 2000000", "p95_latency > 3000000", "p99_latency > 2000000");
    assertThat(plan.rules().get(0).comparisons().get(0).crossing())
        .isSameAs(plan.rules().get(1).comparisons().get(0).crossing())
        .isSameAs(plan.rules().get(2).comparisons().get(1).crossing());
  }

  @Test
  void anotherWindowFilterGroupOrSampleCountIsAnother() {
    assertThat(plan("count() > 1", "count() over 10m > 1").aggregates()).hasSize(2);
    assertThat(plan("count() > 1", "count() by user > 1").aggregates()).hasSize(2);
    assertThat(plan("count() > 1", "count() where model == \"a\" > 1").aggregates()).hasSize(2);
    Plan samples =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - {name: a, condition: error_rate > 5%, window: 5m}
              - {name: b, condition: error_rate > 5%, window: 5m, min_samples: 50}
            """);
    assertThat(samples.readings()).hasSize(1);
    assertThat(samples.crossings()).extracting(CrossingPlan::minSamples).containsExactly(1L, 50L);
  }

  @Test
  void theConstantsOfAReadingAreThoseOfAllRules() {
    Plan plan =
        plan(
            "error_rate > 5%",
            "not error_rate <= 10%", "0.2 < error_rate or error_rate == 0", "error_rate >= 0.05");
    ReadingPlan reading = plan.readings().get(0);

    assertThat(plan.readings()).containsExactly(reading);
    assertThat(plan.crossings().stream().map(CrossingPlan::threshold).distinct().sorted())
        .containsExactly(0.0, 0.05, 0.1, 0.2);
  }

  @Test
  void dimensionsAreSortedAndTheWiderSideOfAnAndDecides() {
    RulePlan rule = plan("sum(cost) by user, model > 5 and error_rate > 5%").rules().get(0);

    assertThat(rule.dimensions()).containsExactly("model", "user");
  }

  @Test
  void aDisabledRuleIsNotFolded() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            "rules: [{name: a, condition: error_rate > 5%, window: 5m, enabled: false}]");

    assertThat(plan.rules()).isEmpty();
    assertThat(plan.aggregates()).isEmpty();
  }

  /** Conditions of rules with a window of 5 minutes, or with windows of their own. */
  private static Plan plan(String... conditions) {
    StringBuilder text = new StringBuilder("rules:\n");
    for (int i = 0; i < conditions.length; i++) {
      text.append("  - name: rule").append(i).append("\n    condition: >-\n      ");
      text.append(conditions[i]).append('\n');
      if (!conditions[i].startsWith("daily_cost") && !conditions[i].startsWith("count() over")) {
        text.append("    window: 5m\n");
      }
    }
    return Rules.parse("rules.yaml", text.toString());
  }

  private static String text(Formula formula) {
    if (formula instanceof Formula.And and) {
      return joined(and.operands(), " and ");
    }
    if (formula instanceof Formula.Or or) {
      return joined(or.operands(), " or ");
    }
    return text(((Formula.Atom) formula).crossing());
  }

  private static String joined(List<Formula> operands, String word) {
    return operands.stream()
        .map(PlannedConditionsTest::text)
        .collect(Collectors.joining(word, "(", ")"));
  }

  private static String text(CrossingPlan crossing) {
    BigDecimal threshold = BigDecimal.valueOf(crossing.threshold()).stripTrailingZeros();
    return crossing.reading().text()
        + " "
        + crossing.operator().symbol()
        + " "
        + threshold.toPlainString();
  }
}
