package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.routing.IntervalDefinition;
import dev.tocsin.dsl.routing.IntervalDefinition.Range;
import dev.tocsin.dsl.routing.MatcherDefinition;
import dev.tocsin.dsl.routing.RouteDefinition;
import dev.tocsin.dsl.routing.RoutingDefinition;
import dev.tocsin.dsl.routing.SilenceDefinition;
import dev.tocsin.dsl.template.TemplatePrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoutingReaderTest {

  @Test
  void everyKeyOfARoute() {
    RouteDefinition root =
        read("""
                routes:
                  receiver: ops
                  group_by: [rule, team]
                  group_wait: 0
                  group_interval: 5m
                  repeat_interval: 4h
                  routes:
                    - name: payments
                      match: [severity = critical, 'team =~ "pay.*"', 'env != test, region !~ eu|us']
                      channels: [slack, pagerduty]
                      continue: true
                      mute: weekends
                      active: [office, "on call"]
                      escalate: [{after: 15m, to: managers}, {after: 45m, to: cto}]
                      budget: {alerts: 20, per: 1h}
                      group_by: [...]
                    - {match: {severity: info}, escalate: {after: 1h, to: cto}, budget: off}
                """)
            .routes()
            .orElseThrow();
    RouteDefinition payments = root.children().get(0);
    RouteDefinition info = root.children().get(1);
    assertThat(root.receiver()).map(Located::value).contains("ops");
    assertThat(root.groupBy().orElseThrow()).extracting(Located::value).contains("rule", "team");
    assertThat(root.groupWait()).map(Located::value).contains(Duration.ZERO);
    assertThat(root.groupInterval()).map(Located::value).contains(Duration.ofMinutes(5));
    assertThat(root.repeatInterval()).map(Located::value).contains(Duration.ofHours(4));
    assertThat(payments.name()).map(Located::value).contains("payments");
    assertThat(text(payments.matchers()))
        .containsExactly("severity|=|critical", "team|=~|pay.*", "env|!=|test", "region|!~|eu|us");
    assertThat(payments.channels().orElseThrow())
        .extracting(Located::value)
        .containsExactly("slack", "pagerduty");
    assertThat(payments.goesOn()).isTrue();
    assertThat(payments.mute()).extracting(Located::value).containsExactly("weekends");
    assertThat(payments.active()).extracting(Located::value).containsExactly("office", "on call");
    assertThat(payments.escalations().orElseThrow())
        .extracting(step -> step.after().value() + " " + step.receiver().value())
        .containsExactly("PT15M managers", "PT45M cto");
    assertThat(payments.budget()).contains(new RouteDefinition.Budget(20, Duration.ofHours(1)));
    assertThat(payments.groupBy().orElseThrow())
        .extracting(Located::value)
        .containsExactly(RouteDefinition.EACH);
    assertThat(text(info.matchers())).containsExactly("severity|=|info");
    assertThat(info.escalations().orElseThrow()).hasSize(1);
    assertThat(info.budget()).contains(RouteDefinition.Budget.OFF);
    assertThat(info.goesOn()).isFalse();
  }

  @Test
  void receiversInhibitionsSilencesAndLinks() {
    RoutingDefinition routing =
        read(
            """
            receivers:
              - {name: ops, channels: email}
              - name: oncall
                channels: [slack, pagerduty]
                send_resolved: false
                title: "{{ severity }}: {{ count }} alerts of {{ rule }} for {{ receiver }}"
                text: "{{ firing }} fire, {{ resolved }} do not, of {{ group.user }} {{ labels.team }}"
            inhibit:
              - {name: outage, source: rule = outage, target: {type: quality}, equal: [provider]}
            silences:
              - match: [rule = slow, user = u1]
                from: 2026-10-01T00:00:00Z
                until: 2026-10-02T00:00:00+02:00
                by: anna
                comment: migration
              - {match: rule = slow, until: 2026-10-02T00:00:00Z}
            links:
              trace: https://cloud.example/project/p1/traces/{{ trace }}?call={{ call }}
            """);
    assertThat(routing.receivers().get(0).sendsResolved()).isTrue();
    assertThat(routing.receivers().get(1).sendsResolved()).isFalse();
    assertThat(routing.receivers().get(1).title())
        .map(TemplatePrinter::print)
        .contains("{{ severity }}: {{ count }} alerts of {{ rule }} for {{ receiver }}");
    assertThat(text(routing.inhibitions().get(0).source())).containsExactly("rule|=|outage");
    assertThat(text(routing.inhibitions().get(0).target())).containsExactly("type|=|quality");
    assertThat(routing.inhibitions().get(0).equal())
        .extracting(Located::value)
        .containsExactly("provider");
    SilenceDefinition silence = routing.silences().get(0);
    assertThat(silence.from()).contains(Instant.parse("2026-10-01T00:00:00Z"));
    assertThat(silence.until()).isEqualTo("2026-10-01T22:00:00Z");
    assertThat(silence.by() + ", " + silence.comment()).isEqualTo("anna, migration");
    assertThat(routing.silences().get(1).from()).isEmpty();
    assertThat(routing.links().get(0).name().value()).isEqualTo("trace");
  }

  @Test
  void intervals() {
    List<IntervalDefinition> intervals =
        read("""
                time_intervals:
                  - name: office
                    zone: Europe/Vienna
                    times: ["09:00-17:00", "18:00-24:00"]
                    weekdays: [monday-friday, sun]
                    days_of_month: ["1-5", "-3--1", "-3:-1", 15]
                    months: [january-march, 6, "november:february"]
                    years: [2026-2027, 2030]
                  - name: nights
                    intervals: [{times: ["22:00-24:00"]}, {times: ["00:00-06:00"]}]
                """)
            .intervals();
    IntervalDefinition.Part part = intervals.get(0).parts().get(0);
    assertThat(part.minutes()).containsExactly(new Range(540, 1020), new Range(1080, 1440));
    assertThat(part.weekdays()).containsExactly(new Range(1, 5), new Range(7, 7));
    assertThat(part.daysOfMonth())
        .containsExactly(new Range(1, 5), new Range(-3, -1), new Range(-3, -1), new Range(15, 15));
    assertThat(part.months())
        .containsExactly(new Range(1, 3), new Range(6, 6), new Range(11, 12), new Range(1, 2));
    assertThat(part.years()).containsExactly(new Range(2026, 2027), new Range(2030, 2030));
    assertThat(intervals.get(1).parts()).hasSize(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "a=b -> a|=|b",
        "a = -> a|=|",
        "a=\"\" -> a|=|",
        "{a=\"b\",c=~\"d\"} -> a|=|b; c|=~|d",
        "{ a = b } -> a|=|b",
        "a=b, -> a|=|b",
        "group = New York -> group|=|New York",
        "a='x, \"y\"' -> a|=|x, \"y\"",
        "a=\"x, \\\"y\\\"\\\\\" -> a|=|x, \"y\"\\",
        "a=~\"\\d+\\.x\" -> a|=~|\\d+\\.x",
        "a=~x{2} -> a|=~|x{2}",
        "attr.tenant!~ x|y -> attr.tenant|!~|x|y",
      })
  void matchers(String written, String expected) {
    RouteDefinition root =
        read("routes:\n  routes:\n    - match: >-\n        " + written + "\n")
            .routes()
            .orElseThrow();

    assertThat(String.join("; ", text(root.children().get(0).matchers()))).isEqualTo(expected);
  }

  @Test
  void theValueKnowsWhereItStands() {
    MatcherDefinition matcher =
        read("routes: {routes: [{match: ['a =~ \"b\\\"(c\"']}]}")
            .routes()
            .orElseThrow()
            .children()
            .get(0)
            .matchers()
            .get(0);

    assertThat(matcher.value().text()).isEqualTo("b\"(c");
    assertThat(matcher.value().span(2, 3).text()).isEqualTo("(");
    assertThat(matcher.label().span().text()).isEqualTo("a");
  }

  @Test
  void filesAddUpAndOneAloneHasRoutes(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("team.yaml"),
        "receivers: [{name: team, channels: [slack]}]\nroutes: {receiver: team}\n");
    Path file =
        Files.writeString(
            folder.resolve("rules.yaml"),
            "include: team.yaml\nreceivers: [{name: ops, channels: [email]}, {name: team, channels:"
                + " [email]}]\nroutes: {receiver: ops}\n");
    Diagnostics diagnostics = new Diagnostics();
    RoutingDefinition routing = RuleFileReader.read(file, diagnostics).routing();

    assertThat(routing.receivers()).hasSize(3);
    assertThat(diagnostics.all())
        .extracting(Diagnostic::message)
        .map(message -> message.replace(folder + "/", ""))
        .containsExactly(
            "there are routes already, in team.yaml:2:9",
            "duplicate receiver 'team', first in rules.yaml:2:52");
  }

  @Test
  void routesThatMultiplyAreStopped() {
    StringBuilder text = new StringBuilder("x-a: &r0 [{match: a=b}]\n");
    for (int i = 1; i < 8; i++) {
      text.append("x-%d: &r%d [".formatted(i, i));
      text.append("{match: a=b, routes: *r%d}, ".formatted(i - 1).repeat(20)).append("]\n");
    }
    text.append("routes: {routes: *r7}\n");

    assertThat(RuleFiles.errors(text.toString()))
        .extracting(Diagnostic::message)
        .containsExactly("too many routes: at most 10000");
  }

  @Test
  void aRouteInsideItselfIsStopped() {
    assertThat(RuleFiles.errors("routes: &root {routes: [*root]}"))
        .extracting(Diagnostic::message)
        .containsExactly("too many routes: at most 20 levels");
  }

  private static RoutingDefinition read(String text) {
    Diagnostics diagnostics = new Diagnostics();
    RuleFile file = RuleFileReader.read(new Source("alert_rules.yaml", text), diagnostics);
    assertThat(diagnostics.all()).isEmpty();
    return file.routing();
  }

  private static List<String> text(List<MatcherDefinition> matchers) {
    return matchers.stream()
        .map(m -> m.label().value() + "|" + m.operator().symbol() + "|" + m.value().text())
        .toList();
  }
}
