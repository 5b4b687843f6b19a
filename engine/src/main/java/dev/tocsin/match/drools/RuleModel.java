package dev.tocsin.match.drools;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.betaIndexedBy;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.not;
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
import org.drools.model.view.ViewItemBuilder;

/**
 * Builds the rules of a plan as Drools' executable model, in code and without DRL text. Each
 * alternative of a condition is one rule that logically inserts the {@link Breach}; breaches are
 * equal by rule, aspect and group, so truth maintenance keeps one as long as any alternative holds.
 */
final class RuleModel {
  private static final String PACKAGE = "dev.tocsin.rules";

  private RuleModel() {}

  static Model of(Plan plan) {
    ModelImpl model = new ModelImpl(PACKAGE); // without a name it draws a random one, securely
    ReadingLabels labels = new ReadingLabels(plan);
    for (RulePlan rule : plan.rules()) {
      int number = 0;
      for (MatchedRule matched : MatchedRule.of(rule)) {
        model.addRule(build(rule, matched, labels, number++));
      }
    }
    return model;
  }

  private static Rule build(RulePlan plan, MatchedRule matched, ReadingLabels labels, int number) {
    Variable<Group> group = declarationOf(Group.class, "group");
    List<String> widest = matched.holds().get(0).reading().dimensions();
    List<RuleItemBuilder<?>> items = new ArrayList<>();
    int place = 0;
    for (CrossingPlan comparison : matched.holds()) {
      PatternDef<Crossing> pattern = holds(comparison, labels, place++);
      items.add(place == 1 ? pattern.bind(group, Crossing::group) : pattern);
      if (place > 1) {
        join(pattern, comparison, group, widest);
      }
    }
    for (List<CrossingPlan> alternative : matched.neither()) {
      List<ViewItemBuilder<?>> together = new ArrayList<>();
      for (CrossingPlan comparison : alternative) {
        PatternDef<Crossing> pattern = holds(comparison, labels, place++);
        join(pattern, comparison, group, widest);
        together.add(pattern);
      }
      items.add(
          not(
              together.get(0),
              together.subList(1, together.size()).toArray(ViewItemBuilder[]::new)));
    }
    int index = plan.index();
    items.add(
        on(group)
            .execute(
                (Drools drools, Group of) ->
                    drools.logicalInsert(new Breach(index, matched.aspect(), of))));
    return rule(PACKAGE, plan.index() + " " + plan.name() + " " + number)
        .build(items.toArray(RuleItemBuilder[]::new));
  }

  /** {@code Crossing(comparison == .., reading == .., operator == .., value > threshold)}. */
  private static PatternDef<Crossing> holds(CrossingPlan plan, ReadingLabels labels, int place) {
    Variable<Crossing> crossing = declarationOf(Crossing.class, "crossing" + place);
    int id = plan.id();
    String reading = labels.of(plan.reading());
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
