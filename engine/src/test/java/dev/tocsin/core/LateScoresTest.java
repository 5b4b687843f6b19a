package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.plan.Plan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Scores that come after their call. */
class LateScoresTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_800_000_000L * SECOND;
  private static final Plan BY_USER =
      Rules.parse(
          "scores.yaml", "rules: [{name: poor, condition: avg(score.q) by user over 2h < 0.5}]");

  @Test
  void areFoldedInTheGroupOfTheirCall() {
    Runs.Run run = Runs.ofTrace(BY_USER, List.of(call(0), score(1800, "c", 0.1)), false);
    assertThat(run.transitions())
        .singleElement()
        .satisfies(
            fired -> {
              assertThat(fired.group()).isEqualTo(Map.of("user", "ann"));
              assertThat(fired.time().getEpochSecond()).isEqualTo(START / SECOND + 1801);
              assertThat(fired.decisive().value()).isEqualTo(0.1);
            });
  }

  @Test
  void areFoldedAtTheTimeOfTheirCall() {
    List<Event> events = List.of(call(0), score(3000, "c", 0.1), call(7100, "d"), call(7400, "e"));
    Runs.Run run = Runs.ofTrace(BY_USER, events, false);
    assertThat(run.transitions()).hasSize(2);
    assertThat(run.transitions().get(1).time().getEpochSecond() - START / SECOND)
        .isBetween(7200L, 7320L);
  }

  @Test
  void areOrphansWhenTheirCallIsNotKnownOrTooOld() {
    List<Event> events = List.of(call(0), score(10, "x", 0.1), score(3602, "c", 0.2));
    Runs.Run run = Runs.ofTrace(BY_USER, events, false);
    assertThat(run.counters().orphanScores()).isEqualTo(2);
    assertThat(run.transitions())
        .singleElement()
        .satisfies(fired -> assertThat(fired.group()).isEqualTo(Map.of("user", "(none)")));
  }

  @Test
  void countOnceForEachCallAndName() {
    Call scored = call(0).toBuilder().id("s").score("q", new BigDecimal("0.9")).build();
    List<Event> events =
        List.of(scored, score(1, "s", 0.1), call(2), score(3, "c", 0.8), score(4, "c", 0.1));
    Runs.Run run = Runs.ofTrace(BY_USER, events, false);
    assertThat(run.counters().duplicates()).isEqualTo(2);
    assertThat(run.counters().accepted()).isEqualTo(3);
    assertThat(run.transitions()).isEmpty();
  }

  @Test
  void aCallThatIsRepeatedCountsOnce() {
    Plan counting = Rules.parse("c.yaml", "rules: [{name: two, condition: count() over 1m >= 2}]");
    Runs.Run run = Runs.ofTrace(counting, List.of(call(0), call(1), call(2)), false);
    assertThat(run.transitions()).isEmpty();
    assertThat(run.counters().duplicates()).isEqualTo(2);
  }

  private static Call call(long second) {
    return call(second, "c");
  }

  private static Call call(long second, String id) {
    return Call.atNanos(START + second * SECOND).id(id).user("ann").build();
  }

  private static Score score(long second, String call, double value) {
    return new Score(START + second * SECOND, call, "q", Math.round(value * 1e9), null, null, null);
  }
}
