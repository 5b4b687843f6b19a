package dev.tocsin.dsl.rulefile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.syntax.ExprPrinter;
import dev.tocsin.dsl.template.TemplatePrinter;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What rules have from the defaults, from their group, and by merging. */
class SharedKeysTest {

  @Test
  void theRuleComesBeforeTheGroupAndTheGroupBeforeTheDefaults() {
    RuleFile file =
        RuleFiles.good(
            """
            evaluate_every: 500ms
            defaults:
              severity: info
              channels: [mail]
              window: 5m
              labels: {team: search, tier: "3", site: eu}
            groups:
              - name: fast
                evaluate_every: 10s
                severity: critical
                by: user, model
                labels: {tier: "2"}
                rules:
                  - {name: a, condition: x > 1}
                  - {name: b, condition: x > 1, severity: warning, channels: [], labels: {tier: "1"}}
            rules:
              - {name: c, condition: x > 1, for: 1m}
            """);
    assertThat(file.evaluateEvery()).map(Located::value).contains(Duration.ofMillis(500));
    assertThat(file.rules())
        .extracting(SharedKeysTest::line)
        .containsExactly(
            "a critical [mail] {site=eu, team=search, tier=2} fast PT10S [user, model]",
            "b warning [] {site=eu, team=search, tier=1} fast PT10S [user, model]",
            "c info [mail] {site=eu, team=search, tier=3} - PT0.5S []");
    assertThat(file.rules().get(1).shared())
        .contains("window", "by")
        .doesNotContain("severity", "labels");
    assertThat(file.rules().get(2).shared()).contains("window", "severity").doesNotContain("for");
  }

  @Test
  void mergedKeysComeBehindOwnOnesAndTheFirstOfAListWins() {
    RuleFile file =
        RuleFiles.good(
            """
            x-base: &base {severity: critical, window: 5m, labels: {team: search}}
            x-mail: &mail {<<: *base, severity: info, channels: [mail]}
            rules:
              - {<<: *base, name: a, condition: x > 1}
              - {<<: [*base, *mail], name: b, condition: x > 1, window: 1h}
              - {<<: *mail, name: c, condition: x > 1}
            """);
    assertThat(file.rules())
        .extracting(SharedKeysTest::line)
        .containsExactly(
            "a critical [] {team=search} - - []",
            "b critical [mail] {team=search} - - []",
            "c info [mail] {team=search} - - []");
    assertThat(file.rules().get(0).shared()).contains("window");
    assertThat(file.rules().get(1).shared()).doesNotContain("window").contains("channels");
  }

  @Test
  void theOtherKeysAreRead() {
    RuleDefinition rule =
        RuleFiles.good(
                """
                rules:
                  - name: x
                    condition: a > 1
                    where: model == "m" and not cache_hit
                    by: [user, attr.tenant]
                    resolve_when: a < 0.5
                    no_data: keep
                    resolution: 10s
                    limit: 5
                """)
            .rules()
            .get(0);
    assertThat(rule.where()).map(ExprPrinter::print).contains("model == \"m\" and not cache_hit");
    assertThat(rule.by()).extracting(Located::value).containsExactly("user", "attr.tenant");
    assertThat(rule.resolveWhen()).map(ExprPrinter::print).contains("a < 0.5");
    assertThat(rule.noData()).map(Located::value).contains(NoData.KEEP);
    assertThat(rule.resolution()).map(Located::value).contains(Duration.ofSeconds(10));
    assertThat(rule.limit()).map(Located::value).contains(5L);
  }

  @Test
  void metricsHaveALongForm() {
    MetricDefinition metric =
        RuleFiles.good(
                """
                metrics:
                  spend: {expression: sum(cost) per day, tier: weekly, description: what it costs}
                """)
            .metrics()
            .get(0);
    assertThat(ExprPrinter.print(metric.expression())).isEqualTo("sum(cost) per day");
    assertThat(metric.tier()).map(Located::value).contains(Tier.WEEKLY);
    assertThat(metric.description()).map(Located::value).contains("what it costs");
  }

  @Test
  void dimensionsKnowWhereTheyStand() {
    RuleDefinition rule =
        RuleFiles.good("rules: [{name: x, condition: a > 1, by: 'user,  model'}]").rules().get(0);
    assertThat(rule.by()).extracting(name -> name.span().text()).containsExactly("user", "model");
  }

  private static String line(RuleDefinition rule) {
    Map<String, String> labels =
        rule.labels().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    label -> TemplatePrinter.print(label.getValue()),
                    (one, other) -> one,
                    java.util.TreeMap::new));
    return String.join(
        " ",
        rule.name().value(),
        rule.severity().map(Located::value).orElse("-"),
        rule.channels().stream().map(Located::value).toList().toString(),
        labels.toString(),
        rule.group().map(Located::value).orElse("-"),
        rule.evaluateEvery().map(every -> every.value().toString()).orElse("-"),
        rule.by().stream().map(Located::value).toList().toString());
  }
}
