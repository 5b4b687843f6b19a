package dev.tocsin.examples.testing;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;

import dev.tocsin.api.Call;
import dev.tocsin.api.EventRecorder;
import dev.tocsin.api.Status;
import dev.tocsin.testkit.engine.TestEngine;
import dev.tocsin.testkit.junit.RulePackTest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;

/** A service and the alert rules of its team in one test, without waiting. A class to copy. */
class ServiceAlertsTest {

  // tag::docs
  @RulePackTest(rules = "alert_rules.yaml")
  void failingModelPages(TestEngine engine) {
    Assistant assistant =
        new Assistant(
            question -> {
              throw new IllegalStateException("overloaded");
            },
            engine,
            engine.clock());

    for (int i = 0; i < 20; i++) {
      assistant.answer("Is 17077 a prime number?");
      engine.advance(Duration.ofSeconds(1));
    }

    assertThat(engine.replay()).alert("error_rate_spike").fired().wasSentTo("slack", "pagerduty");

    engine.advance(Duration.ofMinutes(10));

    assertThat(engine.replay())
        .alert("error_rate_spike")
        .thenResolved()
        .and()
        .noOtherAlertsFired("error_rate_spike");
  }

  /** The service: it asks for no more of Tocsin than a place to record. */
  private record Assistant(
      UnaryOperator<String> model, EventRecorder recorder, InstantSource clock) {
    String answer(String question) {
      Status status = Status.ERROR;
      try {
        String answer = model.apply(question);
        status = Status.OK;
        return answer;
      } catch (IllegalStateException e) {
        return "Sorry, not now.";
      } finally {
        recorder.record(Call.at(clock.instant()).model("gpt-4o").status(status).build());
      }
    }
  }
  // end::docs
}
