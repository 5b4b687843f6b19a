package dev.tocsin.match.drools;

import dev.tocsin.match.Breach;
import dev.tocsin.match.Decision;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kie.api.event.rule.DefaultRuleRuntimeEventListener;
import org.kie.api.event.rule.ObjectDeletedEvent;
import org.kie.api.event.rule.ObjectInsertedEvent;

/**
 * Counts how often each breach was inserted less how often it was deleted. Single inserts and
 * deletes say nothing: when one fact takes over from another in one firing, Drools deletes and
 * inserts although nothing changed. What they come to when all rules have fired is the difference
 * to the last time, without a look at all the breaches that go on.
 */
final class BreachCount extends DefaultRuleRuntimeEventListener {
  private final Map<Breach, Integer> counts = new LinkedHashMap<>();

  @Override
  public void objectInserted(ObjectInsertedEvent event) {
    if (event.getObject() instanceof Breach breach) {
      counts.merge(breach, 1, Integer::sum);
    }
  }

  @Override
  public void objectDeleted(ObjectDeletedEvent event) {
    if (event.getOldObject() instanceof Breach breach) {
      counts.merge(breach, -1, Integer::sum);
    }
  }

  /** What has changed since the last call. */
  Decision decision() {
    if (counts.isEmpty()) {
      return Decision.NONE;
    }
    List<Breach> began = new ArrayList<>();
    List<Breach> ended = new ArrayList<>();
    counts.forEach(
        (breach, count) -> {
          if (count != 0) {
            (count > 0 ? began : ended).add(breach);
          }
        });
    counts.clear();
    return new Decision(began, ended);
  }
}
