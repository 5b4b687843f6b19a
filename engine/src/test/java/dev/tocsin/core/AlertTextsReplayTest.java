package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Labels and annotations on the way of an alert, with the values of each tick. */
class AlertTextsReplayTest {
  private static final long SECOND = 1_000_000_000L;

  @Test
  void eachTransitionShowsTheValuesOfItsTick() {
    List<Transition> transitions =
        transitions(
            """
            external_labels: {cluster: eu}
            rules:
              - name: user_budget
                condition: sum(cost) by user over 10s > $1
                labels: {team: search, who: "{{ group.user }}"}
                description: Spends too much.
                annotations:
                  summary: >-
                    {{ group.user }} spent {{ value }} of {{ threshold }} in {{ samples }} calls
                    ({{ labels.team }}, {{ time }})
            """);
    assertThat(transitions).hasSize(2);
    Transition fires = transitions.get(0);
    assertThat(fires.labels()).isEqualTo(Map.of("cluster", "eu", "team", "search", "who", "u1"));
    assertThat(fires.annotations())
        .containsEntry("description", "Spends too much.")
        .containsEntry("summary", "u1 spent $1.20 of $1 in 2 calls (search, 1970-01-01T00:00:03Z)");
    assertThat(transitions.get(1).annotations().get("summary"))
        .isEqualTo("u1 spent $0.6 of $1 in 1 calls (search, 1970-01-01T00:00:12Z)");
    assertThat(Json.transition(fires))
        .endsWith(
            "\"labels\":{\"cluster\":\"eu\",\"team\":\"search\",\"who\":\"u1\"},"
                + "\"annotations\":{\"description\":\"Spends too much.\",\"summary\":\"u1 spent $1.20"
                + " of $1 in 2 calls (search, 1970-01-01T00:00:03Z)\"}}");
  }

  @Test
  void aRuleWithoutThemHasTheLineItAlwaysHad() {
    List<Transition> transitions =
        transitions("rules: [{name: x, condition: sum(cost) by user over 10s > $1}]");
    assertThat(Json.transition(transitions.get(0)))
        .endsWith("\"channels\":[]}")
        .doesNotContain("labels", "annotations");
  }

  @Test
  void theFirstComparisonThatHoldsIsShown() {
    List<Transition> transitions =
        transitions(
            """
            rules:
              - name: either
                condition: p95(latency) over 10s > 2s or sum(cost) over 10s > $1
                annotations: {a: "{{ term }} is {{ value }}"}
            """);
    assertThat(transitions.get(0).annotations())
        .isEqualTo(Map.of("a", "sum(cost) over 10s is $1.20"));
  }

  private static List<Transition> transitions(String rules) {
    List<Call> calls = new ArrayList<>();
    for (int second = 1; second <= 2; second++) {
      calls.add(
          Call.atNanos(second * SECOND + SECOND / 2)
              .user("u1")
              .latencyMicros(1_000_000)
              .costNanoDollars(600_000_000L)
              .build());
    }
    calls.add(Call.atNanos(30 * SECOND).user("u2").costNanoDollars(1).build());
    return Runs.ofTrace(Rules.parse("rules.yaml", rules), calls, false).transitions();
  }
}
