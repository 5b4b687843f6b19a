package dev.tocsin.core;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import dev.tocsin.aggregate.Aggregates;
import dev.tocsin.alert.AlertKey;
import dev.tocsin.alert.StateChange;
import dev.tocsin.api.AlertReason;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Evidence;
import dev.tocsin.api.Transition;
import dev.tocsin.event.CallBatch;
import dev.tocsin.plan.Group;
import dev.tocsin.plan.Plan;
import dev.tocsin.sample.EvidenceSearch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An alert whose evidence cannot be found fires without. */
class FailingEvidenceTest {
  private static final long SECOND = 1_000_000_000L;
  private final Plan plan =
      Rules.parse("rules.yaml", "rules: [{name: busy, condition: count() over 1m >= 0}]");
  private final Aggregates aggregates = new Aggregates(plan, 10, new CallBatch(SECOND));
  private final TransitionReport report =
      new TransitionReport(
          plan,
          aggregates,
          new EvidenceSearch(
              plan,
              visitor -> {
                throw new IllegalStateException("no sample");
              },
              visitor -> {}));

  @Test
  void isSaidAndLeftOut() {
    List<Throwable> failures = new ArrayList<>();
    StateChange fires = change(AlertReason.CONDITION);
    Evidence evidence = report.evidence(fires, failures::add);
    Transition told = report.of(fires, evidence);

    assertThat(failures).singleElement().matches(e -> "no sample".equals(e.getMessage()));
    assertThat(told.evidence()).isEqualTo(Evidence.NONE);
    assertThat(told.to()).isEqualTo(AlertState.FIRING);
  }

  @Test
  void isNotLookedForOfAlertsAboutOtherThings() {
    List<Throwable> failures = new ArrayList<>();
    assertThat(report.evidence(change(AlertReason.OVERFLOW), failures::add))
        .isEqualTo(Evidence.NONE);
    assertThat(failures).isEmpty();
  }

  private static StateChange change(AlertReason reason) {
    AlertKey key = new AlertKey(0, Group.ALL, reason);
    return new StateChange(key, SECOND, SECOND, AlertState.INACTIVE, AlertState.FIRING);
  }
}
