package dev.tocsin.plan;

import dev.tocsin.api.Severity;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.SeverityLevel;
import dev.tocsin.event.CompareOp;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Plans the severities of a rule that are above its first. */
final class LevelPlanner {
  private final Problems problems;
  private final ConditionTyper conditions;

  /**
   * @param conditions has typed the first
   */
  LevelPlanner(Problems problems, ConditionTyper conditions) {
    this.problems = problems;
    this.conditions = conditions;
  }

  static Severity severity(SeverityLevel level) {
    return Severity.valueOf(level.severity().value().toUpperCase(Locale.ROOT));
  }

  List<WorsePlan> plan(RuleDefinition rule, CrossingPlan first) {
    List<WorsePlan> worse = new ArrayList<>();
    CrossingPlan before = first;
    for (int i = 1; i < rule.levels().size(); i++) {
      SeverityLevel level = rule.levels().get(i);
      try {
        ConditionTyper.Typed typed = conditions.type(level.comparison(), false);
        CrossingPlan crossing = ((Formula.Atom) typed.formula()).crossing();
        rejectMilder(rule.levels().get(i - 1), before, level, crossing);
        before = crossing;
        worse.add(new WorsePlan(severity(level), typed.formula()));
      } catch (TypingException reported) {
        // the next one may have a problem of its own
      }
    }
    return worse;
  }

  /** The worse must be rarer, or an alert would never have the milder severity. */
  private void rejectMilder(
      SeverityLevel milder, CrossingPlan mild, SeverityLevel worse, CrossingPlan bad) {
    boolean up = isUp(mild.operator());
    double further = (bad.threshold() - mild.threshold()) * (up ? 1 : -1);
    if (isUp(bad.operator()) != up || further <= 0) {
      problems.error(
          Code.MILDER_SEVERITY,
          worse.comparison().span(),
          "'%s' must be rarer than '%s', which begins at '%s'"
              .formatted(
                  worse.severity().value(),
                  milder.severity().value(),
                  milder.comparison().span().text().strip()),
          up ? "write > and a greater number" : "write < and a smaller number");
    }
  }

  private static boolean isUp(CompareOp operator) {
    return operator == CompareOp.GREATER || operator == CompareOp.GREATER_OR_EQUAL;
  }
}
