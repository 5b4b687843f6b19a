package dev.tocsin.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.rulefile.MetricDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.rulefile.RuleFileReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuiltInMetricsTest {

  @Test
  void theKeyMetricsOfTheFieldAreThere() throws IOException {
    assertThat(file().metrics())
        .extracting(metric -> metric.name().value())
        .contains(
            "response_relevance",
            "hallucination_rate",
            "toxicity_score",
            "user_satisfaction",
            "task_completion_rate",
            "latency_p50",
            "latency_p95",
            "latency_p99",
            "p50_latency",
            "p95_latency",
            "p99_latency",
            "token_throughput",
            "time_to_first_token",
            "cost_per_request",
            "token_efficiency",
            "cache_hit_rate",
            "error_rate",
            "timeout_rate",
            "retry_rate",
            "hourly_cost",
            "daily_cost",
            "monthly_cost",
            "cost_per_hour",
            "cost_per_day",
            "cost_per_month");
  }

  @Test
  void eachSaysWhatItMeansAndHowOftenToLook() throws IOException {
    assertThat(file().metrics())
        .allSatisfy(
            metric -> {
              assertThat(metric.tier()).as(metric.name().value()).isPresent();
              assertThat(metric.description()).as(metric.name().value()).isPresent();
            });
  }

  @Test
  void eachCanBeUsed() throws IOException {
    for (MetricDefinition metric : file().metrics()) {
      String name = metric.name().value();
      String windows =
          name.equals("ks_statistic")
              ? "window: 1h, baseline_window: 1d"
              : name.contains("cost") && !name.equals("cost_per_request")
                  ? "type: cost"
                  : "window: 5m";
      Plan plan =
          Rules.parse("x", "rules: [{name: x, condition: " + name + " > 0.5, " + windows + "}]");
      assertThat(plan.rules()).as(name).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "token_throughput, RATE",
    "token_efficiency, NUMBER",
    "time_to_first_token, DURATION",
    "cost_per_request, MONEY",
    "user_satisfaction, FRACTION",
  })
  void unitsFollowFromTheDefinition(String metric, String unit) {
    Plan plan = Rules.parse("x", "rules: [{name: x, condition: " + metric + " > 1, window: 5m}]");
    assertThat(plan.rules().get(0).comparisons().get(0).crossing().reading().unit())
        .hasToString(unit);
  }

  private static RuleFile file() throws IOException {
    try (InputStream in = Plan.class.getResourceAsStream("metrics.yaml")) {
      Diagnostics diagnostics = new Diagnostics();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      RuleFile file = RuleFileReader.read(new Source("metrics.yaml", text), diagnostics);
      assertThat(diagnostics.all()).isEmpty();
      return file;
    }
  }
}
