package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tocsin.Rules;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Call;
import dev.tocsin.api.CallBuilder;
import dev.tocsin.api.Contributor;
import dev.tocsin.api.Event;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Exemplar;
import dev.tocsin.api.Measure;
import dev.tocsin.api.Score;
import dev.tocsin.api.Status;
import dev.tocsin.api.Transition;
import dev.tocsin.journal.Input;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What alerts show of why they fire, against shares added up by hand. */
class EvidenceOfAlertsTest {
  private static final long SECOND = 1_000_000_000L;

  /** 20 calls, one a second: user u0 has every second of them, model "big" every fourth. */
  private static List<Event> calls() {
    List<Event> calls = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      calls.add(
          call(i)
              .model(i % 4 == 0 ? "big" : "small")
              .costNanoDollars(i % 4 == 0 ? 70_000_000L : 10_000_000L)
              .latencyMicros(i % 4 == 0 ? 3_000_000 + i : 100_000)
              .status(i % 5 == 0 ? Status.ERROR : Status.OK)
              .error(i % 5 == 0 ? "quota" : null)
              .build());
    }
    return calls;
  }

  private static CallBuilder call(int second) {
    return Call.atNanos(second * SECOND + 1)
        .id("c" + second)
        .trace("t" + second)
        .user("u" + second % 2)
        .attribute("tenant", second % 10 == 0 ? "acme" : "other");
  }

  @Test
  void ofASumIsTheMoney() {
    Evidence evidence = first("sum(cost) over 1m >= $0.5").evidence();
    // all 20: 5 * 0.07 + 15 * 0.01 = 0.5
    assertThat(evidence.sampled()).isEqualTo(20);
    assertThat(evidence.contributors().get(0))
        .isEqualTo(new Contributor("model", "big", 0.35 / 0.5, 5 / 20.0));
    assertThat(evidence.contributors())
        .contains(new Contributor("user", "u0", 0.4 / 0.5, 10 / 20.0))
        .contains(new Contributor("user", "u1", 0.1 / 0.5, 10 / 20.0));
    assertThat(evidence.exemplars())
        .extracting(Exemplar::call, Exemplar::trace, Exemplar::value)
        .containsExactly(
            tuple("c16", "t16", 0.07),
            tuple("c12", "t12", 0.07),
            tuple("c8", "t8", 0.07),
            tuple("c4", "t4", 0.07),
            tuple("c0", "t0", 0.07));
  }

  @Test
  void ofAGroupIsOfItsCallsAndLeavesItsDimensionOut() {
    Transition fired = first("sum(cost) by user over 1m >= $0.4");
    assertThat(fired.group()).isEqualTo(Map.of("user", "u0"));
    assertThat(fired.evidence().sampled()).isEqualTo(10);
    assertThat(fired.evidence().contributors())
        .noneMatch(each -> each.dimension().equals("user"))
        .contains(new Contributor("model", "big", 0.875, 0.5));
  }

  @Test
  void ofARateAreTheCallsForWhichItIsTrue() {
    Evidence evidence = first("error_rate over 1m >= 20% and count() over 1m >= 20").evidence();
    assertThat(evidence.exemplars())
        .extracting(Exemplar::call, Exemplar::value)
        .containsExactly(
            tuple("c15", null), tuple("c10", null), tuple("c5", null), tuple("c0", null));
    assertThat(evidence.contributors())
        .noneMatch(each -> each.dimension().equals("status"))
        .contains(new Contributor("error", "quota", 1, 0.2))
        .contains(new Contributor("user", "u0", 0.5, 0.5));
  }

  @Test
  void ofTooSmallARateAreTheCallsForWhichItIsFalse() {
    Evidence evidence =
        first("ratio(status == \"ok\") over 1m < 90% and count() over 1m >= 20").evidence();
    assertThat(evidence.exemplars()).extracting(Exemplar::call).startsWith("c15", "c10");
  }

  @Test
  void ofAPercentileAreTheCallsBeyondTheThreshold() {
    Evidence evidence = first("p95(latency) over 1m > 2s and count() over 1m >= 20").evidence();
    assertThat(evidence.exemplars())
        .extracting(Exemplar::call, Exemplar::value)
        .containsExactly(
            tuple("c16", 3000.016),
            tuple("c12", 3000.012),
            tuple("c8", 3000.008),
            tuple("c4", 3000.004),
            tuple("c0", 3000.0));
    assertThat(evidence.contributors()).contains(new Contributor("model", "big", 1, 0.25));
  }

  @Test
  void ofACountIsTheTraffic() {
    Evidence evidence = first("count() over 1m >= 20").evidence();
    assertThat(evidence.exemplars()).extracting(Exemplar::call).startsWith("c19", "c18");
    assertThat(evidence.contributors()).allMatch(each -> each.share() == each.trafficShare());
    assertThat(evidence.contributors())
        .startsWith(
            new Contributor("status", "ok", 0.8, 0.8),
            new Contributor("model", "small", 0.75, 0.75));
  }

  @Test
  void ofTooFewCallsThereIsNone() {
    Evidence evidence = first("count() over 1m < 20").evidence();
    assertThat(evidence.exemplars()).isEmpty();
    assertThat(evidence.contributors()).isEmpty();
    assertThat(evidence.sampled()).isPositive();
  }

  @Test
  void attributesThatRulesReadAreDimensions() {
    Evidence evidence = first("sum(cost) where attr.tenant != \"x\" over 1m >= $0.5").evidence();
    assertThat(evidence.contributors())
        .contains(new Contributor("attr.tenant", "acme", 0.08 / 0.5, 0.1));
  }

  @Test
  void ofTwoSidesIsTheLeftOne() {
    Evidence evidence =
        first("p95(latency) over 1m > 10 * p50(latency) over 1m and count() over 1m >= 20")
            .evidence();
    assertThat(evidence.exemplars()).extracting(Exemplar::call).startsWith("c16").hasSize(5);
    Evidence quotient =
        first("sum(cost) over 1m / count() over 1m >= $0.025 and count() over 1m >= 20").evidence();
    assertThat(quotient.contributors()).contains(new Contributor("model", "big", 0.7, 0.25));
    Evidence ofPercentiles =
        first("p95(latency) over 1m / p50(latency) over 1m > 3 and count() over 1m >= 20")
            .evidence();
    assertThat(ofPercentiles.exemplars()).extracting(Exemplar::call).contains("c16");
  }

  @Test
  void ofEveryNumberIsThatOfTheGroup() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      events.add(call(i).latencyMicros(i < 60 ? 100_000 : 9_000_000).build());
    }
    Transition fired =
        first("rules: [{name: r, condition: ks(*) over 20s vs previous 1m > 0.3}]", events);
    assertThat(fired.group()).isEqualTo(Map.of("metric", "latency"));
    Exemplar newest = fired.evidence().exemplars().get(0);
    assertThat(newest.time()).isBefore(fired.time());
    assertThat(newest.value()).isNull();
  }

  @Test
  void lateScoresCount() {
    List<Event> events = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      events.add(call(i).build());
    }
    for (int i = 0; i < 10; i++) {
      events.add(
          new Score((10 + i) * SECOND, "c" + i, "q", (i + 1) * 50_000_000L, null, null, null));
    }
    Transition fired =
        first(
            "rules: [{name: r, condition: avg(score.q) over 1m < 0.3 and count() over 1m > 9, min_samples: 10}]",
            events);
    assertThat(fired.evidence().exemplars())
        .extracting(Exemplar::call, Exemplar::value)
        .startsWith(tuple("c0", 0.05), tuple("c1", 0.1));
  }

  @Test
  void measuresAndAbsenceHaveNone() {
    Measure depth = new Measure(SECOND, "depth", 7_000_000_000L, Map.of());
    assertThat(
            first("rules: [{name: r, condition: max(measure.depth) over 1m > 3}]", List.of(depth))
                .evidence())
        .isEqualTo(Evidence.NONE);
  }

  @Test
  void whatIsNeitherNewNorWorseHasNone() {
    List<Transition> all =
        Runs.ofTrace(
                plan(
                    "rules: [{name: r, condition: sum(cost) over 1m, for: 2s, warning: '>= $0.1',"
                        + " critical: '>= $0.4'}]"),
                withEnd(calls()),
                false)
            .transitions();
    assertThat(all)
        .extracting(Transition::to, each -> each.evidence().sampled() > 0)
        .startsWith(
            tuple(AlertState.PENDING, false),
            tuple(AlertState.FIRING, true),
            tuple(AlertState.FIRING, true))
        .endsWith(tuple(AlertState.INACTIVE, false));
    assertThat(all).filteredOn(each -> each.evidence().sampled() > 0).hasSize(2);
  }

  @Test
  void textsShowItAsLongAsTheAlertLives() throws IOException {
    String rules =
        "rules: [{name: r, condition: sum(cost) over 1m >= $0.3, for: 2s,"
            + " annotations: {why: 'mostly {{ top_contributors }}'}}]";
    Runs.Run run = Runs.ofTrace(plan(rules), withEnd(calls()), false);
    assertThat(run.transitions())
        .extracting(Transition::to, each -> each.annotations().get("why"))
        .containsExactly(
            tuple(AlertState.PENDING, "mostly unknown"),
            tuple(AlertState.FIRING, "mostly model=big 74%, user=u0 82%, status=error 24%"),
            tuple(AlertState.INACTIVE, "mostly model=big 74%, user=u0 82%, status=error 24%"));
    for (int cut = 0; cut <= run.inputs().size(); cut += 7) {
      assertThat(Runs.cutAt(plan(rules), run.inputs(), cut).transitions())
          .isEqualTo(run.transitions());
    }
    List<Input> inputs = new ArrayList<>(run.inputs());
    int resolving =
        inputs.indexOf(
            inputs.stream()
                .filter(each -> each instanceof Input.Tick tick && tick.nanos() > 30 * SECOND)
                .findFirst()
                .orElseThrow());
    inputs.add(resolving, new Input.Erase("u0"));
    List<Transition> erased = Runs.ofInputs(plan(rules), inputs).transitions();
    assertThat(erased.get(erased.size() - 1).annotations().get("why")).doesNotContain("u0");
  }

  @Test
  void onlyTheFirstOfATickAreLookedFor() {
    List<Event> calls = new ArrayList<>();
    for (int i = 0; i < 80; i++) {
      calls.add(Call.atNanos(i).id("c" + i).user("u" + i).build());
    }
    List<Transition> all =
        Runs.ofTrace(
                plan("rules: [{name: r, condition: count() by user over 1m > 0}]"), calls, false)
            .transitions();
    assertThat(all).hasSize(80);
    assertThat(all).filteredOn(each -> each.evidence().sampled() == 1).hasSize(50);
  }

  @Test
  void aRareGroupIsFoundAmongAllCalls() {
    List<Event> calls = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      boolean rare = i % 20_000 == 15_000;
      calls.add(Call.atNanos(i * 10_000L).id("c" + i).user(rare ? "rare" : "u" + i % 10).build());
    }
    List<Transition> all =
        Runs.ofTrace(
                plan("rules: [{name: r, condition: count() where user == \"rare\" over 1m > 2}]"),
                calls,
                false)
            .transitions();
    assertThat(all.get(0).evidence().exemplars())
        .extracting(Exemplar::call)
        .containsExactly("c55000", "c35000", "c15000");
  }

  private static Transition first(String condition) {
    return first("rules: [{name: r, condition: '" + condition + "'}]", calls());
  }

  private static Transition first(String rules, List<Event> events) {
    return Runs.ofTrace(plan(rules), events, false).transitions().stream()
        .filter(Transition::beginsFiring)
        .findFirst()
        .orElseThrow();
  }

  private static List<Event> withEnd(List<Event> events) {
    List<Event> longer = new ArrayList<>(events);
    longer.add(Call.atNanos(200 * SECOND).build());
    return longer;
  }

  private static dev.tocsin.plan.Plan plan(String rules) {
    return Rules.parse("rules.yaml", rules);
  }
}
