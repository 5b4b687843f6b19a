package dev.tocsin.cli.explain;

import dev.tocsin.api.Severity;
import dev.tocsin.cli.route.RouteWords;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.cli.text.Table;
import dev.tocsin.cli.text.Table.Align;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.explain.RuleLabels;
import dev.tocsin.explain.RuleRoute;
import dev.tocsin.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/** Where the alerts of a rule go. */
final class RouteSection {
  private static final int INDENT = 2;

  private final RuleExplanation explanation;
  private final RulePlan rule;
  private final int width;

  RouteSection(RuleExplanation explanation, int width) {
    this.explanation = explanation;
    this.rule = explanation.rule();
    this.width = width;
  }

  List<AttributedString> lines() {
    List<AttributedString> lines = new ArrayList<>();
    lines.add(AttributedString.EMPTY);
    lines.add(Palette.text(" ".repeat(INDENT) + "Where it goes", Palette.STRONG));
    Table table = new Table(Align.LEFT, Align.LEFT);
    explanation.routes().forEach(way -> way(table, way));
    lines.addAll(table.lines(width, 2 * INDENT));
    return lines;
  }

  private void way(Table table, RuleRoute way) {
    row(table, "route", way.route().path() + depends(way));
    boolean own = !rule.channels().isEmpty();
    Optional<String> receiver = own ? Optional.empty() : way.route().receiver();
    row(table, "to", RouteWords.to(receiver, way.channels()) + severities(way));
    row(table, "when", RouteWords.timing(way.route()));
  }

  private String depends(RuleRoute way) {
    RuleLabels labels = RuleLabels.of(rule, way.severities().get(0));
    return way.certain() ? "" : ", depending on " + String.join(", ", labels.unknown());
  }

  /** Where the rule has several and they differ. */
  private String severities(RuleRoute way) {
    return way.severities().size() == rule.life().worse().size() + 1
        ? ""
        : way.severities().stream()
            .map(Severity::label)
            .collect(Collectors.joining(" and ", " when it is ", ""));
  }

  private static void row(Table table, String label, String text) {
    table.row(List.of(Palette.text(label, Palette.FAINT), Palette.text(text)));
  }
}
