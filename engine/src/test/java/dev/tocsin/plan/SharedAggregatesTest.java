package dev.tocsin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that need the same fold, reading or comparison share one. */
class SharedAggregatesTest {

  @Test
  void equalFoldsInEqualWindowsAreOne() {
    Plan plan = plan("sum(cost) over 1h > 5", "avg(cost) over 60m > 1", "sum(cost) over 2h > 5");
    assertThat(plan.aggregates()).hasSize(2);
    assertThat(plan.readings()).hasSize(3);
  }

  @Test
  void aMetricIsItsDefinition() {
    Plan plan = plan("hourly_cost > 5", "sum(cost) over 1h > 5");
    assertThat(plan.crossings()).hasSize(1);
    assertThat(plan.rules().get(0).comparisons().get(0).term()).isEqualTo("hourly_cost");
    assertThat(plan.rules().get(1).comparisons().get(0).term()).isEqualTo("sum(cost) over 1h");
  }

  @Test
  void theOrderOfDimensionsDoesNotMatter() {
    Plan plan = plan("count() by user, model over 1m > 5", "count() by model, user over 1m > 5");
    assertThat(plan.aggregates()).hasSize(1);
    assertThat(plan.rules().get(0).dimensions()).isEqualTo(List.of("model", "user"));
  }

  @ParameterizedTest
  @CsvSource({
    "avg(latency) over 1m > 2, 2000",
    "avg(latency) over 1m > 2s, 2000000",
    "avg(latency) over 1m > 5us, 5",
    "sum(cost) over 1m > $0.25, 250000000",
    "sum(cost) over 1m > 0.000000001, 1",
    "avg(score.q) over 1m > 70%, 700000000",
    "ratio(cache_hit) over 1m > 5%, 0.05",
    "count() over 1m > 3, 3",
    "3 < count() over 1m, 3",
  })
  void constantsAreInBaseUnits(String condition, double threshold) {
    CrossingPlan crossing = plan(condition).crossings().get(0);
    assertThat(crossing.threshold()).isEqualTo(threshold);
    assertThat(crossing.operator().symbol()).isEqualTo(">");
  }

  @ParameterizedTest
  @CsvSource({
    "count() over 1m > 3, 0",
    "sum(cost) over 1m > 3, 0",
    "rate() over 1m > 3, 1",
    "avg(cost) over 1m > 3, 1",
    "p95(cost) over 1m > 3, 1",
    "ratio(cache_hit) over 1m > 0.3, 1",
    "ks(latency) over 1h vs previous 7d > 0.3, 10",
  })
  void sampleMinimumsDependOnTheFunction(String condition, long minimum) {
    assertThat(plan(condition).crossings().get(0).minSamples()).isEqualTo(minimum);
  }

  @Test
  void notIsPushedIntoTheComparisons() {
    Plan plan = plan("not (count() over 1m > 3 or not count() over 2m == 1)");
    assertThat(plan.rules().get(0).formula())
        .isEqualTo(
            new Formula.And(
                List.of(
                    new Formula.Atom(plan.crossings().get(0)),
                    new Formula.Atom(plan.crossings().get(1)))));
    assertThat(plan.crossings().stream().map(crossing -> crossing.operator().symbol()))
        .containsExactly("<=", "==");
  }

  private static Plan plan(String... conditions) {
    StringBuilder yaml = new StringBuilder("rules:\n");
    for (int i = 0; i < conditions.length; i++) {
      yaml.append("  - {name: rule_%d, condition: '%s'}%n".formatted(i, conditions[i]));
    }
    return Rules.parse("rules.yaml", yaml.toString());
  }
}
