package dev.tocsin.match.drools;

import dev.tocsin.match.FiringAlert;
import dev.tocsin.match.Inhibited;
import dev.tocsin.match.InhibitionMatcher;
import dev.tocsin.routing.InhibitionPlan;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.FactHandle;

/** Decides inhibitions with Drools: forward chaining over the alerts that fire. */
public final class DroolsInhibitions implements InhibitionMatcher {
  private static final Comparator<Inhibited> ORDER =
      Comparator.comparing(Inhibited::target)
          .thenComparing(Inhibited::rule)
          .thenComparing(Inhibited::source);

  private final List<InhibitionPlan> plans;
  private final KieSession session;
  private final Map<String, List<FactHandle>> facts = new HashMap<>();

  public DroolsInhibitions(List<InhibitionPlan> plans) {
    this.plans = plans;
    this.session = KieBaseBuilder.createKieBaseFromModel(InhibitionModel.of(plans)).newKieSession();
  }

  @Override
  public void fires(FiringAlert alert) {
    ends(alert.key());
    List<FactHandle> handles = new ArrayList<>();
    for (int place = 0; place < plans.size(); place++) {
      InhibitionModel.Side side = InhibitionModel.Side.of(place, plans.get(place), alert);
      if (side.isSource() || side.isTarget()) {
        handles.add(session.insert(side));
      }
    }
    if (!handles.isEmpty()) {
      facts.put(alert.key(), handles);
    }
  }

  @Override
  public void ends(String key) {
    List<FactHandle> handles = facts.remove(key);
    if (handles != null) {
      handles.forEach(session::delete);
    }
  }

  @Override
  public List<Inhibited> decide() {
    session.fireAllRules();
    return session.getObjects(Inhibited.class::isInstance).stream()
        .map(Inhibited.class::cast)
        .sorted(ORDER)
        .toList();
  }

  @Override
  public void close() {
    session.dispose();
  }
}
