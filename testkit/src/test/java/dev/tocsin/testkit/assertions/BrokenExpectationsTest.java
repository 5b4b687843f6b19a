package dev.tocsin.testkit.assertions;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tocsin.api.Severity;
import dev.tocsin.testkit.Golden;
import dev.tocsin.testkit.Incident;
import dev.tocsin.testkit.Replay;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Expectations that are not met, and the whole message of each. */
class BrokenExpectationsTest {
  private static final Replay REPLAY = Incident.replay();

  @ParameterizedTest(name = "{0}")
  @MethodSource("broken")
  void failWithTheTimelineAroundTheMiss(String name, Consumer<Replay> expectation) {
    AssertionError error =
        catchThrowableOfType(AssertionError.class, () -> expectation.accept(REPLAY));

    Golden.compare("broken/" + name + ".txt", error.getMessage());
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        broken("fires-later", it -> assertThat(it).alert("slow").firedBetween("10:05", "10:10")),
        broken("fires-earlier", it -> assertThat(it).alert("errors").firedAt("10:22")),
        broken("never-fires", it -> assertThat(it).alert("silent").fired()),
        broken(
            "comes-near", it -> assertThat(it).alert("very_slow").firedBetween("10:00", "10:05")),
        broken("no-data", it -> assertThat(it).alert("unjudged").firedBetween("10:00", "10:30")),
        broken("other-group", it -> assertThat(it).alert("errors").of("user", "u1").fired()),
        broken("fires-once", it -> assertThat(it).alert("slow").firedTimes(2)),
        broken("fires-after-all", it -> assertThat(it).alert("errors").neverFired()),
        broken(
            "fires-in-a-span",
            it -> assertThat(it).alert("slow").neverFiredBetween("10:10", "10:20")),
        broken("not-firing-then", it -> assertThat(it).alert("slow").wasFiringAt("10:20")),
        broken(
            "never-after-the-end",
            it -> assertThat(it).alert("silent").neverFiredBetween("10:00", "11:00")),
        broken("fires-after-the-end", it -> assertThat(it).alert("slow").firedAt("11:00")),
        broken("firing-after-the-end", it -> assertThat(it).alert("slow").wasFiringAt("11:00")),
        broken("never-pending", it -> assertThat(it).alert("errors").wasPending()),
        broken(
            "resolves-later", it -> assertThat(it).alert("slow").resolvedBetween("10:11", "10:13")),
        broken(
            "fires-for-long",
            it -> assertThat(it).alert("slow").thenResolvedWithin(Duration.ofMinutes(2))),
        broken("resolves-after-all", it -> assertThat(it).alert("slow").isStillFiring()),
        broken(
            "sent-elsewhere",
            it ->
                assertThat(it)
                    .alert("slow")
                    .firedBetween("10:10", "10:15")
                    .wasSentTo("slack", "pagerduty")),
        broken(
            "sent-to-others-too", it -> assertThat(it).alert("errors").wasSentOnlyTo("pagerduty")),
        broken("sent-after-all", it -> assertThat(it).alert("errors").wasNotSentTo("slack")),
        broken("other-receiver", it -> assertThat(it).alert("slow").wasReceivedBy("oncall")),
        broken("performs-nothing", it -> assertThat(it).alert("slow").performed("rollback")),
        broken("milder", it -> assertThat(it).alert("slow").fired().hasSeverity(Severity.CRITICAL)),
        broken("other-label", it -> assertThat(it).alert("slow").hasLabel("team", "search")),
        broken("no-label", it -> assertThat(it).alert("errors").hasLabel("team", "search")),
        broken(
            "other-text", it -> assertThat(it).alert("slow").hasAnnotation("summary", "too slow")),
        broken("other-value", it -> assertThat(it).alert("slow").withValue(3000, within(10.0))),
        broken("unknown-rule", it -> assertThat(it).alert("slwo").fired()),
        broken(
            "unknown-dimension", it -> assertThat(it).alert("errors").of("usr", "u1").neverFired()),
        broken("no-groups", it -> assertThat(it).alert("slow").of("user", "u1").fired()),
        broken("described", it -> assertThat(it).as("the bad prompt").alert("silent").fired()),
        broken("other-alerts", it -> assertThat(it).noOtherAlertsFired("slow")),
        broken("unknown-other", it -> assertThat(it).noOtherAlertsFired("slow", "error")),
        broken("any-alert", it -> assertThat(it).noAlertsFired()),
        broken("action-missed", it -> assertThat(it).performed("rollback", "block")),
        broken("action-too-many", it -> assertThat(it).performedNothing()),
        broken("fewer-messages", it -> assertThat(it).messages("slack").hasSize(9)),
        broken("no-messages", it -> assertThat(it).messages("email").tellOf("slow")),
        broken(
            "messages-then", it -> assertThat(it).messages("slack").sentBetween("10:00", "10:05")),
        broken(
            "other-title",
            it -> assertThat(it).messages("pagerduty").tellOf("errors").haveTitle("errors")),
        broken("not-grouped", it -> assertThat(it).messages("slack").tellOf("slow", "errors")));
  }

  private static Arguments broken(String name, Consumer<Replay> expectation) {
    return arguments(name, expectation);
  }
}
