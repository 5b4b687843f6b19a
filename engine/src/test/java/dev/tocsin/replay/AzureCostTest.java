package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * When the spend of the Azure trace passes its limits, added up by hand: 2.50 USD a million input
 * and 10 USD a million output tokens. The trace is shorter than an hour and lies within a day, so
 * both windows hold all of it.
 */
class AzureCostTest {
  private static final BigDecimal INPUT = new BigDecimal("0.0000025");
  private static final BigDecimal OUTPUT = new BigDecimal("0.00001");
  private static final String TRACE = "azure-conv-2023";

  @Test
  void theTraceCostsExactly() throws IOException {
    BigDecimal total =
        Examples.lines(TRACE).stream()
            .map(AzureCostTest::cost)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    ReplaySummary summary = Examples.replay(TRACE, "alert_rules").summary();

    assertThat(total).isEqualByComparingTo("96.791325");
    assertThat(summary.costUsd()).isEqualByComparingTo("96.791325");
    assertThat(summary.unpriced()).isZero();
    assertThat(summary.events()).isEqualTo(19_366).isEqualTo(Examples.lines(TRACE).size());
  }

  @Test
  void theTraceIsShorterThanTheWindows() throws IOException {
    List<JsonNode> lines = Examples.lines(TRACE);
    Instant first = time(lines.get(0));
    Instant last = time(lines.get(lines.size() - 1));

    assertThat(Duration.between(first, last)).isLessThan(Duration.ofHours(1));
    assertThat(first.truncatedTo(ChronoUnit.DAYS)).isEqualTo(last.truncatedTo(ChronoUnit.DAYS));
  }

  @Test
  void fiftyDollarsAnHour() throws IOException {
    passes("alert_rules", "hourly_budget_warning", "50", "2023-11-16T18:44:12Z");
  }

  @Test
  void twoDollarsAnHour() throws IOException {
    passes("alert_rules_small", "hourly_budget_warning", "2", "2023-11-16T18:17:36Z");
  }

  @Test
  void fiveDollarsADay() throws IOException {
    passes("alert_rules_small", "daily_budget_limit", "5", "2023-11-16T18:19:22Z");
  }

  @Test
  void aThousandDollarsADayAreNotReached() throws IOException {
    assertThat(Examples.replay(TRACE, "alert_rules").of("daily_budget_limit")).isEmpty();
  }

  private static void passes(String rules, String rule, String limit, String documented)
      throws IOException {
    BigDecimal spent = BigDecimal.ZERO;
    Instant tick = Instant.EPOCH;
    for (JsonNode line : Examples.lines(TRACE)) {
      Instant time = time(line);
      if (tick.equals(Instant.EPOCH) || !time.isBefore(tick)) {
        if (spent.compareTo(new BigDecimal(limit)) > 0) {
          break; // at this tick all that is stamped before it is over the limit
        }
        tick = time.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
      }
      spent = spent.add(cost(line));
    }

    List<Transition> transitions = Examples.replay(TRACE, rules).of(rule);

    assertThat(tick).as("as SOURCE.md says").isEqualTo(Instant.parse(documented));
    assertThat(transitions).hasSize(1);
    Transition fired = transitions.get(0);
    assertThat(fired.time()).isEqualTo(tick);
    assertThat(fired.to()).isEqualTo(AlertState.FIRING);
    assertThat(fired.decisive().value()).isCloseTo(spent.doubleValue(), within(1e-9));
    assertThat(fired.decisive().threshold()).isEqualTo(Double.parseDouble(limit));
  }

  private static Instant time(JsonNode line) {
    return Instant.parse(line.get("time").textValue());
  }

  private static BigDecimal cost(JsonNode line) {
    return INPUT
        .multiply(line.get("input_tokens").decimalValue())
        .add(OUTPUT.multiply(line.get("output_tokens").decimalValue()));
  }
}
