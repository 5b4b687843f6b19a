package dev.tocsin.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Call;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TrafficTest {
  private static final int HOUR = 3_600 * Traffic.CALLS_A_SECOND;

  @Test
  void isTheSameEveryTime() {
    assertThat(Traffic.calls(1_000, true))
        .usingElementComparator(
            Comparator.comparing(Call::id)
                .thenComparing(Call::model)
                .thenComparing(Call::user)
                .thenComparing(Call::status)
                .thenComparingLong(Call::latencyMicros)
                .thenComparing(call -> call.scores().toString()))
        .isEqualTo(Traffic.calls(1_000, true));
  }

  @Test
  void aFewUsersCallMost() {
    Map<String, Long> byUser =
        Traffic.calls(HOUR, false).stream()
            .collect(
                Collectors.groupingBy(call -> String.valueOf(call.user()), Collectors.counting()));
    assertThat(byUser.get("user-0")).isBetween(HOUR / 11L, HOUR / 9L);
    assertThat(byUser).hasSizeGreaterThan(7_000);
  }

  @Test
  void alertsFire() {
    List<Call> calls = Traffic.calls(HOUR / 6, false);
    try (EngineRun run = new EngineRun(Checkout.sevenRules())) {
      assertThat(run.through(calls))
          .isEqualTo(Map.of("error_rate_spike", 1, "hourly_budget_warning", 1));
    }
  }
}
