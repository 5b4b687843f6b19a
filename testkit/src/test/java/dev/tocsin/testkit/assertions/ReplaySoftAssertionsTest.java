package dev.tocsin.testkit.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.testkit.Incident;
import dev.tocsin.testkit.Replay;
import org.junit.jupiter.api.Test;

class ReplaySoftAssertionsTest {
  private static final Replay REPLAY = Incident.replay();

  @Test
  void allFailuresAreCollectedOneForEachAlert() {
    ReplaySoftAssertions softly = new ReplaySoftAssertions();

    softly.assertThat(REPLAY).as("first").alert("silent").fired().wasSentTo("slack").thenResolved();
    softly.assertThat(REPLAY).alert("slow").fired().wasSentTo("pagerduty");
    softly.assertThat(REPLAY).alert("slow").fired().thenResolved();
    softly.assertThat(REPLAY).messages("email").hasSize(2).tellOf("slow");

    assertThat(softly.assertionErrorsCollected())
        .extracting(Throwable::getMessage)
        .satisfiesExactly(
            first -> assertThat(first).startsWith("[first] expected silent to fire\n"),
            second -> assertThat(second).startsWith("expected slow to be sent to pagerduty\n"),
            third -> assertThat(third).startsWith("expected 2 messages to email\n"));
  }

  @Test
  void failOnceAtTheEnd() {
    assertThatThrownBy(
            () ->
                ReplaySoftAssertions.assertSoftly(
                    softly -> {
                      softly.assertThat(REPLAY).alert("silent").fired();
                      softly.assertThat(REPLAY).noAlertsFired();
                    }))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("expected silent to fire")
        .hasMessageContaining("expected no alert to fire");
  }
}
