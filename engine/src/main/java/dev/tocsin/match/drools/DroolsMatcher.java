package dev.tocsin.match.drools;

import dev.tocsin.match.ConditionMatcher;
import dev.tocsin.match.Decision;
import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.ReadingLabels;
import java.util.HashMap;
import java.util.Map;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Decides conditions with Drools: a {@link Crossing} fact for each comparison that holds, forward
 * chaining over them, truth maintenance for the breaches.
 */
public final class DroolsMatcher implements ConditionMatcher {
  private final KieSession session;
  private final ReadingLabels labels;
  private final Map<Key, FactHandle> facts = new HashMap<>();
  private final BreachCount breaches = new BreachCount();

  private record Key(int comparison, Group group) {}

  public DroolsMatcher(Plan plan) {
    this(plan, KieBaseBuilder.createKieBaseFromModel(RuleModel.of(plan)).newKieSession());
  }

  /** With rules that were made elsewhere. */
  DroolsMatcher(Plan plan, KieSession session) {
    this.session = session;
    session.addEventListener(breaches);
    this.labels = new ReadingLabels(plan);
  }

  @Override
  public void begins(CrossingPlan crossing, Group group, double value) {
    String reading = labels.of(crossing.reading());
    Crossing fact = new Crossing(crossing, reading, group, value);
    facts.put(new Key(crossing.id(), group), session.insert(fact));
  }

  @Override
  public void ends(CrossingPlan crossing, Group group) {
    session.delete(facts.remove(new Key(crossing.id(), group)));
  }

  @Override
  public Decision decide() {
    session.fireAllRules();
    return breaches.decision();
  }

  @Override
  public void close() {
    session.dispose();
  }
}
