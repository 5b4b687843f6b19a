package dev.tocsin.testkit.assertions;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tocsin.testkit.Incident;
import dev.tocsin.testkit.Replay;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AskedTest {
  private static final Replay REPLAY = Incident.replay();
  private static final String NONE = " is named, so that this would hold whatever happens";

  @ParameterizedTest(name = "{index}: {0}")
  @MethodSource("meaningless")
  void whatCannotBeMeantIsRefused(String told, Consumer<Replay> expectation) {
    assertThatThrownBy(() -> expectation.accept(REPLAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  static Stream<Arguments> meaningless() {
    return Stream.of(
        refused(
            "nothing is ever sent to 'slak': no rule, receiver or severity names it; did you mean"
                + " 'slack'?",
            it -> assertThat(it).messages("slak").isEmpty()),
        refused(
            "'carrier-pigeon': no rule, receiver or severity names it; channels: email, pagerduty,"
                + " slack",
            it -> assertThat(it).messages("carrier-pigeon").hasSize(0)),
        refused(
            "did you mean 'pagerduty'?",
            it -> assertThat(it).alert("slow").wasNotSentTo("email", "pagerdty")),
        refused("did you mean 'email'?", it -> assertThat(it).alert("slow").wasSentTo("emial")),
        refused("no channel" + NONE, it -> assertThat(it).alert("slow").wasSentTo()),
        refused("no channel" + NONE, it -> assertThat(it).alert("slow").wasSentOnlyTo()),
        refused("no channel" + NONE, it -> assertThat(it).alert("slow").wasNotSentTo()),
        refused("no channel" + NONE, it -> assertThat(it).alert("slow").endWasSentTo()),
        refused("no receiver" + NONE, it -> assertThat(it).alert("slow").wasReceivedBy()),
        refused("no action" + NONE, it -> assertThat(it).alert("errors").performed()),
        refused("no action" + NONE, it -> assertThat(it).performed()),
        refused("no rule" + NONE, it -> assertThat(it).messages("slack").tellOf()),
        refused(
            "the span ends before it begins: 10:20:00 to 10:10:00",
            it -> assertThat(it).alert("slow").neverFiredBetween("10:20", "10:10")),
        refused(
            "before it begins", it -> assertThat(it).alert("slow").firedBetween("10:20", "10:10")),
        refused(
            "before it begins",
            it -> assertThat(it).alert("slow").resolvedBetween("10:20", "10:10")),
        refused(
            "before it begins",
            it -> assertThat(it).messages("slack").sentBetween("10:20", "10:10")),
        refused(
            "a length of time cannot be negative: PT-1M",
            it -> assertThat(it).alert("slow").firedWithin(Duration.ofMinutes(-1), "10:10")),
        refused(
            "cannot be negative",
            it -> assertThat(it).alert("slow").thenResolvedWithin(Duration.ofMinutes(-1))));
  }

  private static Arguments refused(String told, Consumer<Replay> expectation) {
    return arguments(told, expectation);
  }
}
