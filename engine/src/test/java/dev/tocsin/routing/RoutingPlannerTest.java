package dev.tocsin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.api.LabelMatcher;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Silence;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.plan.KnownNames;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RoutingPlannerTest {

  @Test
  void withoutRoutesEveryAlertIsToldByItselfAndAtOnce() {
    RoutingPlan plan = plan("");

    assertThat(plan.explicit()).isFalse();
    assertThat(plan.root()).isEqualTo(RoutePlan.DEFAULT);
    assertThat(RouteChannels.of(plan, plan.root(), List.of(), Severity.WARNING))
        .containsExactly("slack", "email");
    assertThat(RouteChannels.of(plan, plan.root(), List.of("x"), Severity.WARNING))
        .containsExactly("x");
    assertThat(SeverityChannels.of(Severity.INFO)).containsExactly("slack");
    assertThat(SeverityChannels.of(Severity.CRITICAL))
        .containsExactly("slack", "email", "pagerduty");
  }

  @Test
  void theRootHasTheTimesOfAlertmanager() {
    RoutePlan root = plan("routes: {}").root();

    assertThat(Duration.ofNanos(root.groupWaitNanos())).isEqualTo(Duration.ofSeconds(30));
    assertThat(Duration.ofNanos(root.groupIntervalNanos())).isEqualTo(Duration.ofMinutes(5));
    assertThat(Duration.ofNanos(root.repeatIntervalNanos())).isEqualTo(Duration.ofHours(4));
    assertThat(root.groupBy()).isEmpty();
    assertThat(root.groupsByAll()).isFalse();
  }

  @Test
  void aRouteHasWhatIsAboveItButForItsIntervals() {
    RoutingPlan plan =
        plan(
            """
            receivers: [{name: ops, channels: [email]}, {name: cto, channels: [pagerduty]}]
            time_intervals: [{name: night, times: ["00:00-06:00"]}]
            routes:
              receiver: ops
              group_by: [rule]
              group_wait: 1s
              group_interval: 2s
              repeat_interval: 3s
              mute: night
              active: night
              escalate: {after: 15m, to: cto}
              budget: {alerts: 5, per: 1h}
              routes:
                - {match: [a = b]}
                - match: [a = c]
                  channels: [slack, pagerduty]
                  group_by: [...]
                  escalate: []
                  budget: off
                  routes: [{match: [d = e], group_by: []}]
            """);
    RoutePlan root = plan.root();
    RoutePlan same = root.children().get(0);
    RoutePlan own = root.children().get(1);

    assertThat(root.mute()).extracting(TimeInterval::name).containsExactly("night");
    assertThat(same.mute()).as("as in Alertmanager").isEmpty();
    assertThat(same.active()).isEmpty();
    assertThat(same.receiver()).contains("ops");
    assertThat(same.groupBy()).containsExactly("rule");
    assertThat(same.groupWaitNanos()).isEqualTo(1_000_000_000L);
    assertThat(same.groupIntervalNanos()).isEqualTo(2_000_000_000L);
    assertThat(same.repeatIntervalNanos()).isEqualTo(3_000_000_000L);
    assertThat(same.escalations())
        .containsExactly(new RoutePlan.Escalation(Duration.ofMinutes(15).toNanos(), "cto"));
    assertThat(same.budget()).contains(new RoutePlan.Budget(5, Duration.ofHours(1).toNanos()));
    assertThat(own.groupsByAll()).isTrue();
    assertThat(own.groupBy()).isEmpty();
    assertThat(own.escalations()).isEmpty();
    assertThat(own.budget()).isEmpty();
    assertThat(own.receiver()).contains("slack, pagerduty");
    assertThat(RouteChannels.of(plan, own, List.of(), Severity.INFO))
        .containsExactly("slack", "pagerduty");
    assertThat(own.children().get(0).groupsByAll()).isFalse();
    assertThat(own.children().get(0).receiver()).contains("slack, pagerduty");
  }

  @Test
  void pathsAreUniqueAndDoNotDependOnTheOrderOfMatchers() {
    RoutePlan root =
        plan("""
                routes:
                  routes:
                    - match: [severity = critical]
                      routes: [{name: payments, match: [b = c]}]
                    - {match: [b = c, 'a =~ "x"'], continue: true}
                    - {match: ['a =~ x', b = c], continue: true}
                    - {}
                """)
            .root();

    assertThat(root.children())
        .extracting(RoutePlan::path)
        .containsExactly(
            "{}/{severity=\"critical\"}",
            "{}/{a=~\"x\",b=\"c\"}",
            "{}/{a=~\"x\",b=\"c\"}#2",
            "{}/{}");
    assertThat(root.children().get(0).children())
        .extracting(RoutePlan::path)
        .containsExactly("{}/{severity=\"critical\"}/payments");
  }

  @Test
  void aReceiverThatIsCalledLikeChannelsStaysItself() {
    RoutingPlan plan =
        plan(
            """
            receivers: [{name: slack, channels: [email]}]
            routes: {receiver: slack, routes: [{match: [a = b], channels: [slack]}]}
            """);
    RoutePlan child = plan.root().children().get(0);

    assertThat(RouteChannels.of(plan, plan.root(), List.of(), Severity.INFO))
        .containsExactly("email");
    assertThat(RouteChannels.of(plan, child, List.of(), Severity.INFO)).containsExactly("slack");
  }

  @Test
  void silencesKeepTheirIds() {
    String first = "{match: [a = b], until: 2026-10-02T00:00:00Z, by: anna}";
    String second =
        "{match: [a = b], from: 2026-10-01T00:00:00Z, until: 2026-10-02T00:00:00Z, by: anna}";
    List<Silence> silences =
        plan("silences: [%s, %s, %s]".formatted(first, second, first)).silences();

    assertThat(silences).hasSize(2);
    assertThat(silences).extracting(Silence::id).doesNotHaveDuplicates();
    assertThat(plan("silences: [%s]".formatted(second)).silences().get(0))
        .isEqualTo(silences.get(1));
    assertThat(silences.get(0))
        .isEqualTo(
            new Silence(
                silences.get(0).id(),
                List.of(new LabelMatcher("a", LabelMatcher.Operator.EQUAL, "b")),
                Instant.EPOCH,
                Instant.parse("2026-10-02T00:00:00Z"),
                "anna",
                ""));
    assertThat(silences.get(0).id()).matches("file-[0-9a-f]{12}");
  }

  @Test
  void inhibitionsWithoutANameHaveTheirNumber() {
    RoutingPlan plan =
        plan(
            """
            inhibit:
              - {name: outage, source: [rule = outage], target: [type = quality], equal: [provider]}
              - {source: [rule = a], target: [rule = b]}
            """);

    assertThat(plan.inhibitions()).extracting(InhibitionPlan::name).containsExactly("outage", "#2");
    assertThat(plan.inhibitions().get(0).equal()).containsExactly("provider");
  }

  @Test
  void channelsOfReceiversAndRoutesMustBeRegistered() {
    KnownNames names =
        new KnownNames(Optional.of(Set.of("email")), Optional.empty(), FieldCatalog.BUILT_IN);
    List<Diagnostic> found =
        Rules.check(
                "rules.yaml",
                """
                rules: [{name: a, condition: daily_cost > 1, severity: critical}]
                receivers: [{name: ops, channels: [slack, email]}]
                routes: {receiver: ops, routes: [{match: [a = b], channels: [pagerduty]}]}
                """,
                names)
            .diagnostics();

    assertThat(found)
        .extracting(Diagnostic::message)
        .containsExactly(
            "no channel 'slack' is registered", "no channel 'pagerduty' is registered");
  }

  private static RoutingPlan plan(String routing) {
    return Rules.parse("rules.yaml", "rules: []\n" + routing).routing();
  }
}
