package dev.tocsin.alert;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.AlertState;
import dev.tocsin.plan.Group;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Living alerts as data: when they are due, written down, and handed to other rules. */
class LifecycleStateTest {
  private static final AlertKey PENDING =
      new AlertKey(0, new Group(List.of("user"), List.of("ann")));
  private static final AlertKey FIRING = new AlertKey(1, Group.ALL);
  private static final List<AlertRule> RULES =
      List.of(new AlertRule(10, 0, 1), new AlertRule(0, 7, 1));

  @Test
  void isDueWhenTheFirstClockRunsOut() {
    Lifecycle lifecycle = new Lifecycle(RULES);
    assertThat(lifecycle.nextDue()).isEqualTo(Lifecycle.NEVER);
    lifecycle.step(100, Set.of(PENDING));
    assertThat(lifecycle.nextDue()).isEqualTo(110);
    lifecycle.step(101, Set.of(PENDING, FIRING));
    assertThat(lifecycle.nextDue()).isEqualTo(110);
    lifecycle.step(102, Set.of(PENDING));
    assertThat(lifecycle.nextDue()).isEqualTo(109);
    lifecycle.step(110, Set.of());
    assertThat(lifecycle.nextDue()).isEqualTo(Lifecycle.NEVER);
  }

  @Test
  void tellsWhatLives() {
    assertThat(lived().living())
        .containsExactly(
            new StateChange(PENDING, 100, 100, AlertState.INACTIVE, AlertState.PENDING),
            new StateChange(FIRING, 101, 101, AlertState.INACTIVE, AlertState.FIRING));
  }

  @Test
  void goesOnFromWhatWasWritten() throws IOException {
    Lifecycle lifecycle = lived();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    lifecycle.writeTo(new DataOutputStream(bytes));
    Lifecycle copy = new Lifecycle(RULES);
    copy.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), 102);

    assertThat(copy.nextDue()).isEqualTo(102);
    assertThat(copy.living()).isEqualTo(lifecycle.living());
    for (long tick = 103; tick <= 111; tick++) {
      Set<AlertKey> truths = Set.of(PENDING);
      assertThat(copy.step(tick, truths)).isEqualTo(lifecycle.step(tick, truths));
      assertThat(copy.nextDue()).isEqualTo(lifecycle.nextDue());
    }
    assertThat(copy.living()).hasSize(1);
  }

  @Test
  void nothingWrittenIsNothingDue() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new Lifecycle(RULES).writeTo(new DataOutputStream(bytes));
    Lifecycle copy = new Lifecycle(RULES);
    copy.readFrom(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())), 102);
    assertThat(copy.nextDue()).isEqualTo(Lifecycle.NEVER);
  }

  @Test
  void handsItsAlertsToOtherRules() {
    Lifecycle other = new Lifecycle(List.of(new AlertRule(10, 0, 1)));
    List<StateChange> gone = other.adopt(lived(), rule -> rule == 0 ? 0 : -1, 105);
    assertThat(gone)
        .containsExactly(new StateChange(FIRING, 105, 101, AlertState.FIRING, AlertState.INACTIVE));
    assertThat(other.living()).extracting(StateChange::key).containsExactly(PENDING);
    assertThat(other.nextDue()).isEqualTo(105);
    assertThat(other.step(110, Set.of(PENDING)))
        .containsExactly(new StateChange(PENDING, 110, 100, AlertState.PENDING, AlertState.FIRING));
  }

  @Test
  void whatHandsOverNothingLeavesNothingDue() {
    Lifecycle other = new Lifecycle(RULES);
    assertThat(other.adopt(new Lifecycle(RULES), rule -> rule, 105)).isEmpty();
    assertThat(other.nextDue()).isEqualTo(Lifecycle.NEVER);
  }

  /** One alert pending since 100, one firing since 101 and not true since 102. */
  private static Lifecycle lived() {
    Lifecycle lifecycle = new Lifecycle(RULES);
    lifecycle.step(100, Set.of(PENDING));
    lifecycle.step(101, Set.of(PENDING, FIRING));
    lifecycle.step(102, Set.of(PENDING));
    return lifecycle;
  }
}
