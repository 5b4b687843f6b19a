package dev.tocsin.testkit.report;

import dev.tocsin.api.DurationText;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Unit;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.RuleComparison;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.plan.WorsePlan;
import dev.tocsin.testkit.backtest.RuleTally;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rule with its figures and what it read. */
final class RuleJson {
  private RuleJson() {}

  /**
   * @param spans when its alerts waited and fired
   */
  static Map<String, @Nullable Object> of(
      DrawnRule drawn, RuleTally tally, Map<String, @Nullable Object> spans) {
    RulePlan rule = drawn.rule();
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("name", rule.name());
    List<Severity> severities = severities(rule);
    json.put("severity", severities.get(severities.size() - 1).label());
    json.put("severities", severities.stream().map(Severity::label).toList());
    json.put("type", rule.type().orElse(null));
    json.put("condition", rule.condition());
    Duration wait = Duration.ofNanos(rule.forNanos());
    json.put("for", wait.isZero() ? null : DurationText.of(wait));
    json.put("channels", rule.channels());
    json.put("fired", tally.tally().alerts());
    json.put("waited", tally.tally().waited());
    json.put("firing_ms", tally.tally().firing().total().toMillis());
    json.put("messages", tally.messages());
    json.put("pages", tally.pages());
    json.put("flaps", tally.tally().flapped());
    json.put("had_data", tally.hadData());
    json.put("spans", spans);
    List<Map<String, @Nullable Object>> panels = new ArrayList<>();
    for (int i = 0; i < rule.comparisons().size(); i++) {
      panels.add(panel(drawn, i));
    }
    json.put("panels", panels);
    return json;
  }

  /** The mildest first. */
  private static List<Severity> severities(RulePlan rule) {
    return Stream.concat(
            Stream.of(rule.severity()), rule.life().worse().stream().map(WorsePlan::severity))
        .toList();
  }

  private static Map<String, @Nullable Object> panel(DrawnRule drawn, int comparison) {
    RuleComparison compared = drawn.rule().comparisons().get(comparison);
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("term", compared.term());
    json.put("operator", compared.crossing().operator().symbol());
    json.put("unit", unit(compared.crossing().reading().unit()));
    List<Map<String, @Nullable Object>> series = new ArrayList<>();
    Map<Group, Line> lines = drawn.lines(comparison);
    lines.forEach((group, line) -> series.add(line.json(GroupText.of(group.asMap()))));
    json.put("series", series);
    json.put("more_groups", drawn.notDrawn());
    return json;
  }

  static String unit(Unit unit) {
    return unit.name().toLowerCase(Locale.ROOT);
  }
}
