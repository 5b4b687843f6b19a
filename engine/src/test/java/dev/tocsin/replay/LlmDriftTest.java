package dev.tocsin.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Transition;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What changed between March and June 2023, computed from the traces by brute force. */
class LlmDriftTest {
  private static final String PRIME = "llmdrift-prime-gpt4-slow";
  private static final String OPINIONS = "llmdrift-opinionqa-gpt35-slow";
  private static final Windows SLOW =
      new Windows("alert_rules", Duration.ofDays(1), Duration.ofDays(7));
  private static final Windows DENSE =
      new Windows("alert_rules_small", Duration.ofMinutes(5), Duration.ofMinutes(15));
  private static final Map<String, String> FIELDS =
      Map.of("latency", "latency_ms", "cost", "cost_usd", "output_tokens", "output_tokens");

  /** Of model_drift in a rule file; panes are a sixtieth of the current one. */
  private record Windows(String rules, Duration current, Duration baseline) {}

  @ParameterizedTest
  @CsvSource({
    PRIME + ", latency, 0.70",
    PRIME + ", cost, 1.00",
    PRIME + ", output_tokens, 1.00",
    OPINIONS + ", latency, 0.55",
    OPINIONS + ", cost, 0.07",
    OPINIONS + ", output_tokens, 0.07"
  })
  void betweenTheMonths(String trace, String metric, double statistic) throws IOException {
    List<JsonNode> lines = Examples.lines(trace);

    assertThat(
            KolmogorovSmirnov.of(
                values(lines, metric, line -> !june(line)),
                values(lines, metric, LlmDriftTest::june)))
        .isCloseTo(statistic, within(0.01));
  }

  @Test
  void accuracyOfPrimeFellFrom835To503InAThousand() throws IOException {
    List<JsonNode> lines = Examples.lines(PRIME);

    assertThat(accuracy(lines.stream().filter(line -> !june(line)).toList())).isEqualTo(0.835);
    assertThat(accuracy(lines.stream().filter(LlmDriftTest::june).toList()))
        .isCloseTo(0.503, within(0.001));
  }

  @Test
  void accuracyAlertOfTheDenseTraceTellsTheShareOfItsWindow() throws IOException {
    String dense = "llmdrift-prime-gpt4-dense";
    List<JsonNode> lines = Examples.lines(dense);
    List<Transition> transitions = Examples.replay(dense, "alert_rules_small").of("accuracy_drop");

    assertThat(transitions).isNotEmpty();
    for (Transition transition : transitions) {
      Instant from = floor(transition.time().minus(Duration.ofMinutes(5)), Duration.ofSeconds(5));
      List<JsonNode> window =
          lines.stream().filter(line -> inside(line, from, transition.time())).toList();
      assertThat(transition.decisive().value()).isCloseTo(accuracy(window), within(1e-12));
      assertThat(transition.decisive().samples()).isEqualTo(window.size());
      assertThat(transition.time()).isAfter(juneBegan(lines));
    }
  }

  @Test
  void driftOfPrimeIsToldForLatencyCostAndOutputTokens() throws IOException {
    List<Transition> transitions = drifted(PRIME, SLOW, Set.of("latency", "cost", "output_tokens"));

    assertThat(transitions).as("each fires once and resolves once").hasSize(6);
  }

  @Test
  void driftOfOpinionsIsToldForLatencyAlone() throws IOException {
    List<Transition> transitions = drifted(OPINIONS, SLOW, Set.of("latency"));

    assertThat(transitions).as("for six minutes at first, then for days").hasSize(4);
    assertThat(Duration.between(transitions.get(0).time(), transitions.get(1).time()))
        .isEqualTo(Duration.ofSeconds(361));
    assertThat(Duration.between(transitions.get(2).time(), transitions.get(3).time()))
        .isGreaterThan(Duration.ofDays(3));
  }

  @Test
  void driftOfTheDenseTracesIsTheSameInMinutes() throws IOException {
    drifted("llmdrift-prime-gpt4-dense", DENSE, Set.of("latency", "cost", "output_tokens"));
    drifted("llmdrift-opinionqa-gpt35-dense", DENSE, Set.of("latency"));
  }

  /** Of 151 calls 46 are of June, 0.3046 of them: one more than at the tick before. */
  @Test
  void driftOfPrimeIsToldAtThe46thCallOfJune() throws IOException {
    Transition first =
        Examples.replay("llmdrift-prime-gpt4-dense", DENSE.rules()).of("model_drift").get(0);

    assertThat(first.time()).isEqualTo(Instant.parse("2023-03-14T10:21:31Z"));
    assertThat(first.group()).isEqualTo(Map.of("metric", "cost"));
    assertThat(first.decisive().value()).isCloseTo(46.0 / 151, within(1e-12));
  }

  private static List<Transition> drifted(String trace, Windows windows, Set<String> metrics)
      throws IOException {
    List<JsonNode> lines = Examples.lines(trace);
    List<Transition> transitions = Examples.replay(trace, windows.rules()).of("model_drift");

    Set<String> told = new HashSet<>();
    for (Transition transition : transitions) {
      String metric = transition.group().get("metric");
      told.add(metric);
      assertThat(transition.time()).isAfter(juneBegan(lines));
      Instant split =
          floor(transition.time().minus(windows.current()), windows.current().dividedBy(60));
      double exact =
          KolmogorovSmirnov.of(
              values(lines, metric, line -> inside(line, split, transition.time())),
              values(lines, metric, line -> inside(line, split.minus(windows.baseline()), split)));
      assertThat(transition.decisive().value())
          .as("buckets of 1 %% against raw values, %s", transition)
          .isCloseTo(exact, within(0.01))
          .isLessThanOrEqualTo(exact + 1e-12);
      assertThat(transition.decisive().value() > 0.3)
          .isEqualTo(transition.to() == AlertState.FIRING);
    }
    assertThat(told).isEqualTo(metrics);
    return transitions;
  }

  private static List<Double> values(List<JsonNode> lines, String metric, Predicate<JsonNode> of) {
    return lines.stream().filter(of).map(line -> line.get(FIELDS.get(metric)).asDouble()).toList();
  }

  private static double accuracy(List<JsonNode> lines) {
    long right = lines.stream().filter(line -> line.get("task_completed").booleanValue()).count();
    return (double) right / lines.size();
  }

  private static boolean june(JsonNode line) {
    return line.get("prompt_version").textValue().equals("2023-06");
  }

  private static Instant juneBegan(List<JsonNode> lines) {
    return time(lines.stream().filter(LlmDriftTest::june).findFirst().orElseThrow());
  }

  private static boolean inside(JsonNode line, Instant from, Instant to) {
    return !time(line).isBefore(from) && time(line).isBefore(to);
  }

  private static Instant time(JsonNode line) {
    return Instant.parse(line.get("time").textValue());
  }

  private static Instant floor(Instant time, Duration pane) {
    return Instant.ofEpochSecond(time.getEpochSecond() / pane.toSeconds() * pane.toSeconds());
  }
}
