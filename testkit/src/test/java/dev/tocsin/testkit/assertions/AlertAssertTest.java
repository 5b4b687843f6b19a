package dev.tocsin.testkit.assertions;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Severity;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.Incident;
import dev.tocsin.testkit.Replay;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AlertAssertTest {
  private static final Replay REPLAY = Incident.replay();

  @Test
  void oneAlertDoesItAll() {
    assertThat(REPLAY)
        .alert("slow")
        .wasPending()
        .wasPendingAt("10:10:30")
        .firedBetween("10:10", "10:11")
        .firedAt("10:10:36")
        .firedWithin(Duration.ofMinutes(1), "10:10")
        .wasFiringAt("10:12")
        .hasSeverity(Severity.WARNING)
        .hasLabel("team", "chat")
        .hasAnnotation("summary", "answers take 4 s")
        .hasAnnotationContaining("summary", "4 s")
        .withValue(4000, within(1.0))
        .withValue(4100, withinPercentage(5))
        .wasSentTo("slack")
        .wasReceivedBy("chat")
        .wasNotSentTo("pagerduty", "email")
        .thenResolved()
        .thenResolvedWithin(Duration.ofMinutes(5))
        .resolvedBetween("10:14", "10:15")
        .endWasSentTo("slack");
  }

  @Test
  void alertsOfOneGroupCanBeMeant() {
    assertThat(REPLAY)
        .alert("errors")
        .of("user", "u2")
        .firedTimes(1)
        .wasSentTo("slack")
        .wasSentOnlyTo("slack", "pagerduty")
        .performed("rollback");
    assertThat(REPLAY).alert("errors").inGroup(Map.of("user", "u1")).neverFired();
    assertThat(REPLAY).alert("errors").neverFiredBetween("10:00", "10:20");
  }

  @Test
  void alertsOfAnotherReasonAreMeantWhenAskedFor() {
    assertThat(REPLAY).alert("slow").because(AlertReason.NO_DATA).neverFired();
  }

  @Test
  void alertThatHasNotEndedStillFires() {
    Replay until = Incident.run(Duration.ofMinutes(12)).run();

    assertThat(until).alert("slow").isStillFiring().wasFiringAt("10:11:50");
    assertThatThrownBy(() -> assertThat(until).alert("slow").wasFiringAt("10:13"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("; the replay ended at 10:11:56, before that");
  }

  @Test
  void replayIsAssertedAsAWhole() {
    assertThat(REPLAY)
        .noOtherAlertsFired("slow", "errors")
        .performed("rollback")
        .readWholeTrace()
        .alert("silent")
        .neverFired()
        .and()
        .messages("email")
        .isEmpty()
        .and()
        .messages("pagerduty")
        .hasSize(2)
        .tellOf("errors")
        .tellOfAlerts(1)
        .areSentAs(Message.Cause.NEWS)
        .haveTitle("errors: 1 firing")
        .sentBetween("10:20", "10:21")
        .hasSize(1);
  }
}
