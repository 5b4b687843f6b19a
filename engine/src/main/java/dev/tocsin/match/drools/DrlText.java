package dev.tocsin.match.drools;

import dev.tocsin.match.Aspect;
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
        + Aspect.class.getName()
        + "\nimport "
        + Breach.class.getName()
        + "\nimport "
        + Crossing.class.getName()
        + "\nimport java.util.List\n\n"
        + plan.rules().stream().map(text::rule).collect(Collectors.joining("\n"));
  }

  /** One rule of a plan: a DRL rule for each way in which what it asks can be true. */
  public static String of(Plan plan, RulePlan rule) {
    return new DrlText(plan).rule(rule);
  }

  private String rule(RulePlan rule) {
    StringBuilder text = new StringBuilder();
    for (MatchedRule matched : MatchedRule.of(rule)) {
      String way = matched.way().isEmpty() ? "" : " (" + matched.way() + ")";
      text.append(text.isEmpty() ? "" : "\n");
      text.append("rule ").append(quoted(rule.name() + way)).append("\nwhen\n");
      patterns(matched, text);
      text.append("then\n    insertLogical(new Breach(").append(rule.index());
      text.append(matched.aspect() == Aspect.HOLDS ? "" : ", Aspect." + matched.aspect());
      text.append(", $group));\nend\n");
    }
    return text.toString();
  }

  private void patterns(MatchedRule matched, StringBuilder text) {
    List<CrossingPlan> holds = matched.holds();
    List<String> widest = holds.get(0).reading().dimensions();
    for (int i = 0; i < holds.size(); i++) {
      String group = i == 0 ? ", $group : group" : join(holds.get(i), widest);
      text.append("    ").append(pattern(holds.get(i), group)).append('\n');
    }
    for (List<CrossingPlan> alternative : matched.neither()) {
      String together =
          alternative.stream()
              .map(comparison -> pattern(comparison, join(comparison, widest)))
              .collect(Collectors.joining("\n         and "));
      text.append("    not ");
      text.append(alternative.size() == 1 ? together : "(" + together + ")").append('\n');
    }
  }

  private String pattern(CrossingPlan comparison, String group) {
    String constant = number(comparison.threshold());
    String operator = comparison.operator().symbol();
    return "Crossing(reading == "
        + quoted(labels.of(comparison.reading()))
        + ", operator == "
        + quoted(operator)
        + ", threshold == "
        + constant
        + ", minSamples == "
        + comparison.minSamples()
        + ", value "
        + operator
        + ' '
        + constant
        + group
        + ")";
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
