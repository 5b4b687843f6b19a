package dev.tocsin.examples.testing;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tocsin.api.Severity;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.junit.RulePackTest;
import dev.tocsin.testkit.junit.RuleTestFiles;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;

/** Rules as tests: what they say of traffic that was recorded. A class to copy. */
class RulesOnTracesTest {
  private static final String RULES = "alert_rules_small.yaml";
  private static final String PRIME = "traces/llmdrift-prime-gpt4-dense.jsonl.gz";

  // tag::readme
  /** At 10:20 another model answers: sooner, and wrong half of the time. */
  @RulePackTest(
      rules = "alert_rules_small.yaml",
      trace = "traces/llmdrift-prime-gpt4-dense.jsonl.gz")
  void badAnswersPage(Replay replay) {
    assertThat(replay)
        .alert("accuracy_drop")
        .firedBetween("10:23", "10:25")
        .wasSentTo("slack", "pagerduty");
  }

  // end::readme

  // tag::docs
  /** At 10:20 another model answers: sooner, and wrong half of the time. */
  @RulePackTest(rules = RULES, trace = PRIME)
  void worseModelPages(Replay replay) {
    assertThat(replay)
        .alert("accuracy_drop")
        .wasPendingAt("10:23")
        .firedBetween("10:23", "10:25")
        .hasSeverity(Severity.CRITICAL)
        .withValue(0.607, within(0.001))
        .wasSentTo("slack", "pagerduty");
  }

  @RulePackTest(rules = RULES, trace = PRIME, drain = true)
  void alertsEndWhenTheTrafficDoes(Replay replay) {
    assertThat(replay)
        .alert("accuracy_drop")
        .firedWithin(Duration.ofMinutes(5), "10:20")
        .thenResolved();
  }

  @RulePackTest(rules = RULES, trace = PRIME)
  void costDriftsAtOnce(Replay replay) {
    assertThat(replay).alert("slower_opinions").neverFired();
    assertThat(replay).alert("model_drift").of("metric", "cost").firedAt("10:21:31");
  }

  /** Once for each trace. */
  @RulePackTest(rules = RULES, traces = "traces/llmdrift-*-dense.jsonl.gz")
  void calmBeforeTheChange(Replay replay) {
    assertThat(replay).readWholeTrace().alert("model_drift").neverFiredBetween("10:00", "10:20");
  }

  // end::docs
  // tag::files
  /** The tests that the team wrote in YAML. */
  @TestFactory
  Stream<DynamicNode> testFiles() {
    return RuleTestFiles.in("alert_rules_small_test.yaml"); // or a folder
  }
  // end::files
}
