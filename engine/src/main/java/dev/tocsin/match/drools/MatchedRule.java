package dev.tocsin.match.drools;

import dev.tocsin.match.Aspect;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Formula;
import dev.tocsin.plan.LifePlan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.plan.WorsePlan;
import java.util.ArrayList;
import java.util.List;

/**
 * One rule for Drools: a way in which an aspect of a rule of the plan can be true.
 *
 * @param aspect what it decides
 * @param way in words, to tell apart the rules of one rule of the plan; empty when there is one
 * @param holds the comparisons that must hold, of which the first has the group
 * @param neither sets of comparisons of which none may hold as a whole
 */
record MatchedRule(
    Aspect aspect, String way, List<CrossingPlan> holds, List<List<CrossingPlan>> neither) {

  /** All of a rule of the plan. */
  static List<MatchedRule> of(RulePlan rule) {
    List<MatchedRule> all = new ArrayList<>();
    LifePlan life = rule.life();
    add(Aspect.HOLDS, rule.formula(), "", all);
    for (int i = 0; i < life.worse().size(); i++) {
      WorsePlan worse = life.worse().get(i);
      Aspect aspect = i == 0 ? Aspect.WORSE : Aspect.WORST;
      add(aspect, worse.formula(), worse.severity().label(), all);
    }
    life.opposite().ifPresent(opposite -> unknown(rule, opposite, all));
    life.resolves().ifPresent(resolves -> add(Aspect.RESOLVES, resolves, "resolves", all));
    if (rule.forgets()) {
      remembered(Aspect.REMEMBERED, "remembered", rule, List.of(), all);
    }
    return all;
  }

  private static void add(Aspect aspect, Formula formula, String word, List<MatchedRule> all) {
    List<List<CrossingPlan>> alternatives = Alternatives.widestFirst(formula);
    for (int i = 0; i < alternatives.size(); i++) {
      String number = alternatives.size() == 1 ? "" : (i + 1) + " of " + alternatives.size();
      String way = word.isEmpty() || number.isEmpty() ? word + number : word + ", " + number;
      all.add(new MatchedRule(aspect, way, alternatives.get(i), List.of()));
    }
  }

  /**
   * The condition is neither true nor false. Said by what does not hold, since an aggregate has
   * nothing to say of a group that it never met and another knows.
   */
  private static void unknown(RulePlan rule, Formula opposite, List<MatchedRule> all) {
    List<List<CrossingPlan>> neither = new ArrayList<>(Alternatives.widestFirst(rule.formula()));
    neither.addAll(Alternatives.widestFirst(opposite));
    remembered(Aspect.UNKNOWN, "no data", rule, neither, all);
  }

  private static void remembered(
      Aspect aspect,
      String word,
      RulePlan rule,
      List<List<CrossingPlan>> neither,
      List<MatchedRule> all) {
    List<CrossingPlan> groups = rule.life().remembered();
    for (int i = 0; i < groups.size(); i++) {
      String way = groups.size() == 1 ? word : word + ", " + (i + 1) + " of " + groups.size();
      all.add(new MatchedRule(aspect, way, List.of(groups.get(i)), neither));
    }
  }
}
