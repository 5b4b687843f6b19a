package dev.tocsin.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.plan.CrossingPlan;
import dev.tocsin.plan.Group;
import java.util.HashSet;
import java.util.Set;

/** Keeps which comparisons it was told hold, and lets none begin twice or end before it began. */
final class RecordingMatcher implements ConditionMatcher {
  record Held(int comparison, Group group) {}

  final Set<Held> held = new HashSet<>();
  int calls;

  @Override
  public void begins(CrossingPlan crossing, Group group, double value) {
    calls++;
    assertThat(held.add(new Held(crossing.id(), group))).as("begins twice").isTrue();
  }

  @Override
  public void ends(CrossingPlan crossing, Group group) {
    calls++;
    assertThat(held.remove(new Held(crossing.id(), group))).as("ends without begin").isTrue();
  }

  @Override
  public Decision decide() {
    return Decision.NONE;
  }

  @Override
  public void close() {}
}
