package dev.tocsin.match.drools;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.on;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import dev.tocsin.match.Breach;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingLabels;
import dev.tocsin.plan.RulePlan;
import java.util.ArrayList;
import java.util.List;
import org.drools.model.Drools;
import org.drools.model.Index;
import org.drools.model.Model;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.Rule;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.impl.ModelImpl;

/**
 * Builds the rules of a plan as Drools' executable model, in code and without DRL text. Each
 * alternative of a condition is one rule that logically inserts the {@link Breach}; breaches are
 * equal by rule and group, so truth maintenance keeps one as long as any alternative holds.
 */
final class RuleModel {
  private static final String PACKAGE = "dev.tocsin.rules";

  private RuleModel() {}

  static Model of(Plan plan) {
    ModelImpl model = new ModelImpl(PACKAGE); // without a name it draws a random one, securely
    ReadingLabels labels = new ReadingLabels(plan);
    for (RulePlan rule : plan.rules()) {
      int number = 0;
      for (List<CrossingPlan> alternative : Alternatives.widestFirst(rule.formula())) {
        model.addRule(build(rule, alternative, labels, number++));
      }
    }
    return model;
  }

  private static Rule build(
      RulePlan plan, List<CrossingPlan> widestFirst, ReadingLabels labels, int number) {
    Variable<Group> group = declarationOf(Group.class, "group");
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    for (int i = 0; i < widestFirst.size(); i++) {
      CrossingPlan comparison = widestFirst.get(i);
      PatternDef<Crossing> pattern = holds(comparison, labels.of(comparison.reading()), i);
      if (i == 0) {
        pattern.bind(group, Crossing::group);
      } else {
        join(pattern, comparison, group, widestFirst.get(0).reading().dimensions());
      }
      items.add(pattern);
    }
    int index = plan.index();
    items.add(
        on(group)
            .execute((Drools drools, Group of) -> drools.logicalInsert(new Breach(index, of))));
    return rule(PACKAGE, plan.index() + " " + plan.name() + " " + number)
        .build(items.toArray(RuleItemBuilder[]::new));
  }

  /** {@code Crossing(comparison == .., reading == .., operator == .., value > threshold)}. */
  private static PatternDef<Crossing> holds(CrossingPlan plan, String reading, int place) {
    Variable<Crossing> crossing = declarationOf(Crossing.class, "crossing" + place);
    int id = plan.id();
    String operator = plan.operator().symbol();
    double threshold = plan.threshold();
    return pattern(crossing)
        .expr(
            "comparison == " + id,
            c -> c.comparison() == id,
            alphaIndexedBy(int.class, Index.ConstraintType.EQUAL, 0, Crossing::comparison, id))
        .expr(
            "reading == \"" + reading + "\", value " + operator + " " + threshold,
            c ->
                c.reading().equals(reading)
                    && c.operator().equals(operator)
                    && plan.operator().holds(c.value(), threshold));
  }

  private static void join(
      PatternDef<Crossing> pattern,
      CrossingPlan comparison,
      Variable<Group> group,
      List<String> widest) {
    List<String> dimensions = comparison.reading().dimensions();
    if (dimensions.isEmpty()) {
      return;
    }
    String name = "group joins on " + String.join(", ", dimensions);
    if (dimensions.equals(widest)) {
      pattern.expr(
          name,
          group,
          (c, of) -> c.group().equals(of),
          betaIndexedBy(
              Group.class, Index.ConstraintType.EQUAL, 1, Crossing::group, of -> of, Group.class));
    } else {
      pattern.expr(
          name,
          group,
          (c, of) -> c.group().equals(of.project(dimensions)),
          betaIndexedBy(
              Group.class,
              Index.ConstraintType.EQUAL,
              1,
              Crossing::group,
              of -> of.project(dimensions),
              Group.class));
    }
  }
}
