package dev.tocsin.match.drools;

import dev.tocsin.match.Breach;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingLabels;
import dev.tocsin.plan.RulePlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The rules of a plan as DRL, equal to what {@link RuleModel} builds. For people to read: engines
 * never compile it, a test does. Constants are in base units: microseconds, nano-dollars, scores in
 * billionths.
 */
public final class DrlText {
  private final ReadingLabels labels;

  private DrlText(Plan plan) {
    this.labels = new ReadingLabels(plan);
  }

  /** All rules of a plan, with the imports that make it compile. */
  public static String file(Plan plan) {
    DrlText text = new DrlText(plan);
    return "package dev.tocsin.rules\n\nimport "
        + Breach.class.getName()
        + "\nimport "
        + Crossing.class.getName()
        + "\nimport java.util.List\n\n"
        + plan.rules().stream().map(text::rule).collect(Collectors.joining("\n"));
  }

  /** One rule of a plan: a DRL rule for each way in which its condition can be true. */
  public static String of(Plan plan, RulePlan rule) {
    return new DrlText(plan).rule(rule);
  }

  private String rule(RulePlan rule) {
    List<List<CrossingPlan>> alternatives = Alternatives.widestFirst(rule.formula());
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < alternatives.size(); i++) {
      String way =
          alternatives.size() == 1 ? "" : " (" + (i + 1) + " of " + alternatives.size() + ")";
      text.append(i == 0 ? "" : "\n");
      text.append("rule ").append(quoted(rule.name() + way)).append("\nwhen\n");
      patterns(alternatives.get(i), text);
      text.append("then\n    insertLogical(new Breach(");
      text.append(rule.index()).append(", $group));\nend\n");
    }
    return text.toString();
  }

  private void patterns(List<CrossingPlan> comparisons, StringBuilder text) {
    List<String> widest = comparisons.get(0).reading().dimensions();
    for (int i = 0; i < comparisons.size(); i++) {
      CrossingPlan comparison = comparisons.get(i);
      String constant = number(comparison.threshold());
      text.append("    Crossing(reading == ");
      text.append(quoted(labels.of(comparison.reading())));
      text.append(", operator == ").append(quoted(comparison.operator().symbol()));
      text.append(", threshold == ").append(constant);
      text.append(", minSamples == ").append(comparison.minSamples());
      text.append(", value ").append(comparison.operator().symbol()).append(' ').append(constant);
      text.append(i == 0 ? ", $group : group" : join(comparison, widest)).append(")\n");
    }
  }

  private static String join(CrossingPlan comparison, List<String> widest) {
    List<String> dimensions = comparison.reading().dimensions();
    if (dimensions.isEmpty()) {
      return "";
    }
    if (dimensions.equals(widest)) {
      return ", group == $group";
    }
    String names = dimensions.stream().map(DrlText::quoted).collect(Collectors.joining(", "));
    return ", group == $group.project(List.of(" + names + "))";
  }

  /** Always with a point, so that it is read as a double. */
  private static String number(double constant) {
    String plain = new BigDecimal(Double.toString(constant)).toPlainString();
    return plain.contains(".") ? plain : plain + ".0";
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
