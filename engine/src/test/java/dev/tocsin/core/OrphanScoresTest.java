package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Score;
import dev.tocsin.api.Transition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Scores of calls that are not known, repeated ones, and ones without a number. */
class OrphanScoresTest {
  private static final long SECOND = 1_000_000_000L;
  private static final long HALF = 500_000_000L;

  @Test
  void areFoldedOnceAndOnlyAsScores() {
    Runs.Run run =
        run(
            """
            rules:
              - {name: scores, condition: avg(score.q) over 1h < 1, min_samples: 1}
              - {name: twice, condition: avg(score.q) over 1h < 1, min_samples: 2}
              - {name: calls, condition: count() where score.q < 1 over 1h > 0}
              - {name: well, condition: avg(score.q) where status == "ok" over 1h < 1}
            """,
            List.of(score(1, "unknown", HALF), score(2, "unknown", HALF)));
    assertThat(run.transitions()).extracting(Transition::rule).containsExactly("scores");
    assertThat(run.counters().orphanScores()).isEqualTo(1);
    assertThat(run.counters().duplicates()).isEqualTo(1);
  }

  @Test
  void doNotTouchACallWhoseIdIsTheWordNull() {
    Runs.Run run =
        run(
            "rules: [{name: low, condition: avg(score.q) by user over 1h < 0.9}]",
            List.of(
                Call.atNanos(SECOND).id("null").user("n").build(),
                score(2, "unknown", HALF),
                score(3, "null", HALF)));
    assertThat(run.transitions())
        .extracting(transition -> transition.group().get("user"))
        .containsExactlyInAnyOrder("(none)", "n");
  }

  @Test
  void aScoreWithoutANumberLeavesRoomForOneWith() {
    Runs.Run run =
        run(
            "rules: [{name: low, condition: avg(score.q) over 1h < 0.9}]",
            List.of(
                Call.atNanos(SECOND).id("a").build(),
                score(2, "a", Event.UNKNOWN),
                score(3, "a", HALF)));
    assertThat(run.transitions()).hasSize(1);
    assertThat(run.counters().duplicates()).isZero();
  }

  private static Runs.Run run(String rules, List<Event> events) {
    return Runs.ofTrace(Rules.parse("rules.yaml", rules), events, false);
  }

  private static Score score(long second, String call, long value) {
    return new Score(second * SECOND, call, "q", value, null, null, null);
  }
}
