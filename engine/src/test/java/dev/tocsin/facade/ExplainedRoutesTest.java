package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.Severity;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.explain.RuleLabels;
import dev.tocsin.explain.RuleRoute;
import dev.tocsin.json.ExplanationJson;
import dev.tocsin.json.RouteJson;
import dev.tocsin.plan.Plan;
import dev.tocsin.routing.MuteTimes;
import dev.tocsin.routing.RouteCandidates;
import dev.tocsin.routing.RoutePlan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where alerts of rules go, as far as that is known without events. */
class ExplainedRoutesTest {
  private static final String RULES =
      """
      external_labels: {cluster: eu, severity: odd}
      rules:
        - name: slow
          type: performance
          condition: p95(latency) by user over 10m
          warning: "> 2s"
          critical: "> 5s"
          labels: {team: search, who: "{{ group.user }}", user: nobody}
        - {name: spend, condition: daily_cost > 10, channels: [finance]}
      """;
  private static final String ROUTES =
      """
      routes:
        routes:
          - {name: pages, match: [severity = critical], channels: [pagerduty], budget: {alerts: 2, per: 1h}}
          - {name: vip, match: [user = u1], channels: [slack], escalate: {after: 1h, to: ops}}
          - {name: cost, match: [rule = spend], mute: nights, active: [office]}
      receivers: [{name: ops, channels: [email]}]
      time_intervals:
        - {name: nights, times: ["00:00-06:00"]}
        - {name: office, times: ["00:00-17:00"], weekdays: [monday-friday]}
      """;

  @Test
  void eachSeverityGoesItsWay() {
    List<RuleExplanation> rules = Rules.explain(Rules.check("rules.yaml", RULES + ROUTES));

    assertThat(rules.get(0).routes().stream().map(ExplainedRoutesTest::text))
        .containsExactly(
            "[WARNING] {}/vip? [slack]",
            "[WARNING] {}? [slack, email]",
            "[CRITICAL] {}/pages [pagerduty]");
    assertThat(rules.get(1).routes().stream().map(ExplainedRoutesTest::text))
        .containsExactly("[WARNING] {}/cost [finance]");
    assertThat(ExplanationJson.rule(rules.get(0)))
        .contains(
            "\"routes\":[{\"severities\":[\"warning\"],\"route\":\"{}/vip\",\"certain\":false",
            "\"escalate\":[{\"after_seconds\":3600,\"to\":\"ops\"}]",
            "\"budget\":{\"alerts\":2,\"per_seconds\":3600}");
  }

  @Test
  void withoutRoutesTheSeverityDecides() {
    RuleExplanation slow = Rules.explain(Rules.check("rules.yaml", RULES)).get(0);

    assertThat(slow.routes().stream().map(ExplainedRoutesTest::text))
        .containsExactly("[WARNING] {} [slack, email]", "[CRITICAL] {} [slack, email, pagerduty]");
  }

  @Test
  void labelsAreThoseOfTheRuleItsGroupsAndItself() {
    Plan plan = Rules.parse("rules.yaml", RULES);
    RuleLabels labels = RuleLabels.of(plan.rules().get(0), Severity.CRITICAL);

    assertThat(labels.known())
        .containsExactly(
            Map.entry("cluster", "eu"),
            Map.entry("severity", "critical"),
            Map.entry("team", "search"),
            Map.entry("rule", "slow"),
            Map.entry("alertname", "slow"),
            Map.entry("type", "performance"));
    assertThat(labels.unknown()).containsExactly("user", "who");
    assertThat(labels.with(Map.of("user", "u1")).unknown()).containsExactly("who");
    assertThat(plan.rules().get(0).type()).contains("performance");
    assertThat(plan.rules().get(1).type()).isEmpty();
  }

  @Test
  void aTestAsJsonSaysWhatIsMuted() {
    Plan plan = Rules.parse("rules.yaml", RULES + ROUTES);
    RuleLabels labels = RuleLabels.of(plan.rules().get(1), Severity.WARNING);
    List<RouteCandidates.Candidate> routes =
        RouteCandidates.of(plan.routing().root(), labels.known(), labels.unknown());
    Optional<Instant> night = Optional.of(Instant.parse("2026-10-01T03:00:00Z"));

    assertThat(RouteJson.test(labels, routes, route -> Optional.of(List.of("finance")), night))
        .startsWith("{\"type\":\"route_test\",\"labels\":{\"cluster\":\"eu\"")
        .contains("\"at\":\"2026-10-01T03:00:00Z\"", "\"channels\":[\"finance\"]")
        .endsWith("\"muted\":\"nights\"}]}");
    assertThat(RouteJson.test(labels, routes, route -> Optional.empty(), Optional.empty()))
        .contains("\"at\":null", "\"channels\":null")
        .endsWith("\"muted\":null}]}");
  }

  @Test
  void aRouteKeepsStillInItsTimesAndOutsideOfThoseInWhichItIsActive() {
    RoutePlan cost = Rules.parse("rules.yaml", RULES + ROUTES).routing().root().children().get(2);

    assertThat(MuteTimes.reason(cost, Instant.parse("2026-10-01T03:00:00Z"))).contains("nights");
    assertThat(MuteTimes.reason(cost, Instant.parse("2026-10-01T12:00:00Z"))).isEmpty();
    assertThat(MuteTimes.reason(cost, Instant.parse("2026-10-01T18:00:00Z")))
        .contains("outside office");
  }

  private static String text(RuleRoute way) {
    return way.severities()
        + " "
        + way.route().path()
        + (way.certain() ? " " : "? ")
        + way.channels();
  }
}
