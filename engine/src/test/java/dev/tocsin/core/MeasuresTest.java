package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Transition;
import dev.tocsin.event.DeclaredField;
import dev.tocsin.plan.Plan;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Measures and attributes as numbers, from the event to the transition. */
class MeasuresTest {
  private static final long SECOND = 1_000_000_000L;

  private static final List<Event> EVENTS =
      List.of(
          measure(1, "queue_depth", 4, "eu"),
          measure(2, "queue_depth", 20, "us"),
          measure(3, "heat", 900, "eu"),
          Call.atNanos(4 * SECOND)
              .user("u")
              .attribute("region", "eu")
              .attribute("tokens_used", 300)
              .attribute("queue_ms", 12.5)
              .build(),
          Call.atNanos(5 * SECOND).attribute("region", "us").attribute("queue_ms", "x").build());

  @Test
  void anAggregateThatNamesAMeasureSeesMeasuresOfThatNameAlone() {
    assertThat(firing("avg(measure.queue_depth) over 5m == 12")).containsExactly(Map.of());
    assertThat(firing("sum(measure.queue_depth) over 5m == 24")).containsExactly(Map.of());
    assertThat(firing("p95(measure.heat) over 5m == 900")).containsExactly(Map.of());
    assertThat(firing("ratio(measure.queue_depth > 10) over 5m == 50%")).containsExactly(Map.of());
    assertThat(firing("count() where measure.queue_depth > 10 over 5m == 1"))
        .containsExactly(Map.of());
    assertThat(firing("avg(measure.queue_depth) where attr.region == \"eu\" over 5m == 4"))
        .containsExactly(Map.of());
    assertThat(firing("avg(measure.queue_depth) by attr.region over 5m > 10"))
        .containsExactly(Map.of("attr.region", "us"));
    assertThat(firing("avg(measure.cold) over 5m > 0")).isEmpty();
  }

  @Test
  void allOthersSeeCallsAlone() {
    assertThat(firing("count() over 5m == 2")).containsExactly(Map.of());
    assertThat(firing("count() by attr.region over 5m == 1"))
        .containsExactly(Map.of("attr.region", "eu"), Map.of("attr.region", "us"));
  }

  @Test
  void numbersOfAttributesAreFoldedWhereTheyAreNumbers() {
    assertThat(firing("sum(attr.tokens_used) over 5m == 300")).containsExactly(Map.of());
    assertThat(firing("p95(attr.queue_ms) over 5m > 10")).containsExactly(Map.of());
    assertThat(firing("avg(attr.queue_ms) where attr.tokens_used > 3 over 5m == 12.5"))
        .containsExactly(Map.of());
    assertThat(firing("avg(attr.region) over 5m > -1000")).isEmpty();
  }

  @Test
  void aLabelIsReadAsADeclaredFieldToo() {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            rules("avg(measure.queue_depth) by region over 5m > 10"),
            List.of(DeclaredField.text("region", "where it ran")));
    assertThat(Runs.ofTrace(plan, EVENTS, false).transitions())
        .extracting(Transition::group)
        .containsExactly(Map.of("region", "us"));
  }

  @Test
  void goThroughCodecAndJournal() throws IOException {
    Plan plan = Rules.parse("rules.yaml", rules("avg(measure.queue_depth) by attr.region > 10"));
    Runs.Run whole = Runs.ofTrace(plan, EVENTS, true);
    assertThat(whole.transitions()).isNotEmpty();
    for (int cut = 0; cut < whole.inputs().size(); cut++) {
      assertThat(Runs.cutAt(plan, whole.inputs(), cut).transitions())
          .isEqualTo(whole.transitions());
    }
  }

  private static List<Map<String, String>> firing(String condition) {
    Plan plan = Rules.parse("rules.yaml", rules(condition));
    return Runs.ofTrace(plan, EVENTS, false).transitions().stream()
        .map(Transition::group)
        .distinct()
        .toList();
  }

  private static String rules(String condition) {
    String window = condition.contains(" over ") ? "" : ", window: 5m";
    return "rules: [{name: r, condition: '" + condition + "'" + window + "}]";
  }

  private static Measure measure(long second, String name, long value, String region) {
    return new Measure(second * SECOND, name, value * SECOND, Map.of("region", region));
  }
}
