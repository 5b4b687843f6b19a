package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Transition;
import dev.tocsin.plan.Plan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of a rule that say how its alerts live, from the rule file to the transitions. */
class LifeOfAlertsTest {
  private static final long SECOND = 1_000_000_000L;

  private final List<Call> calls = new ArrayList<>();

  @Test
  void oneAlertChangesItsSeverity() {
    calls(1, "ann", 3);
    calls(2, "ann", 6);
    calls(3, "ann", 3);
    calls(4, "ann", 1);
    assertThat(told("max(latency) over 1s", "warning: '> 2s', critical: '> 5s', no_data: keep"))
        .containsExactly(
            "2 inactive-firing warning 3000.0>2000.0",
            "3 firing-firing critical 6000.0>5000.0",
            "4 firing-firing warning 3000.0>2000.0",
            "5 firing-inactive warning 1000.0>2000.0");
  }

  @Test
  void hysteresisHoldsUntilTheOtherThreshold() {
    calls(1, "ann", 3);
    calls(2, "ann", 2);
    calls(3, "ann", 1);
    assertThat(
            told(
                "max(latency) by user over 1s > 2s",
                "resolve_when: max(latency) by user over 1s < 2s"))
        .containsExactly(
            "2 ann inactive-firing warning 3000.0>2000.0",
            "4 ann firing-inactive warning 1000.0>2000.0");
  }

  @Test
  void theGreatestGetThePlacesAndOneAlertStandsForTheRest() {
    calls(1, "ann", 3);
    calls(1, "bob", 9);
    calls(1, "cyd", 5);
    calls(2, "ann", 3);
    calls(2, "cyd", 5);
    calls(4, "dan", 1);
    assertThat(told("max(latency) by user over 1s > 2s", "limit: 1"))
        .containsExactly(
            "2 overflow inactive-firing warning null>2000.0 rest=2",
            "2 bob inactive-firing warning 9000.0>2000.0",
            "3 bob firing-inactive warning null>2000.0",
            "3 cyd inactive-firing warning 5000.0>2000.0",
            "4 overflow firing-inactive warning null>2000.0 rest=0",
            "4 cyd firing-inactive warning null>2000.0");
  }

  @Test
  void noDataIsAnAlertOfItsOwn() {
    calls(1, "ann", 3);
    calls(4, "ann", 1);
    assertThat(told("max(latency) by user over 1s > 2s", "no_data: alert, keep_firing_for: 2s"))
        .containsExactly(
            "2 ann inactive-firing warning 3000.0>2000.0",
            "3 ann no_data inactive-firing warning null>2000.0",
            "5 ann firing-inactive warning 1000.0>2000.0",
            "5 ann no_data firing-inactive warning 1000.0>2000.0");
  }

  @Test
  void flappingIsMarkedAndHeldFiring() {
    calls(1, "ann", 3);
    calls(2, "ann", 1);
    calls(3, "ann", 3);
    calls(4, "ann", 1);
    calls(9, "ann", 1);
    assertThat(told("max(latency) over 1s > 2s", "flapping: {changes: 3, within: 5s}"))
        .containsExactly(
            "2 inactive-firing warning 3000.0>2000.0",
            "3 firing-inactive warning 1000.0>2000.0",
            "4 inactive-firing warning 3000.0>2000.0 flapping",
            "8 firing-inactive warning null>2000.0");
  }

  private void calls(long second, String user, long latencySeconds) {
    calls.add(
        Call.atNanos(second * SECOND + 1)
            .user(user)
            .latencyMicros(latencySeconds * 1_000_000)
            .build());
  }

  private List<String> told(String condition, String keys) {
    Plan plan =
        Rules.parse(
            "rules.yaml", "rules: [{name: a, condition: '" + condition + "', " + keys + "}]");
    return Runs.ofTrace(plan, calls, true).transitions().stream()
        .map(LifeOfAlertsTest::line)
        .toList();
  }

  private static String line(Transition t) {
    String rest = t.annotations().get("groups_over_limit");
    return t.time().getEpochSecond()
        + (t.group().isEmpty() ? "" : " " + t.group().get("user"))
        + (t.labels().containsKey("reason") ? " " + t.labels().get("reason") : "")
        + (t.labels().containsKey("overflow") ? " overflow" : "")
        + " %s-%s %s %s>%s"
            .formatted(
                t.from().label(),
                t.to().label(),
                t.severity().label(),
                t.decisive().value(),
                t.decisive().threshold())
        + (rest == null ? "" : " rest=" + rest)
        + (t.flapping() ? " flapping" : "");
  }
}
