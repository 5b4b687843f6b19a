package dev.tocsin.testkit.engine;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.EventRecorder;
import dev.tocsin.api.Status;
import dev.tocsin.api.spi.Verdict;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.event.DeclaredField;
import dev.tocsin.replay.ReplaySummary;
import dev.tocsin.testkit.fake.ScriptedEvaluator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestEngineTest {
  private static final String ERRORS =
      """
      routes:
        receiver: oncall
        group_wait: 30s
        group_interval: 1m
      receivers:
        - {name: oncall, channels: [pagerduty]}
      rules:
        - name: errors
          condition: ratio(status != "ok") over 1m > 50%
          for: 10s
          severity: critical
          then: [rollback]
        - name: rude
          condition: avg(score.rude) over 1m > 0.5
          channels: [slack]
      """;

  @TempDir private Path folder;
  private Path rules;

  @BeforeEach
  void writeRules() throws IOException {
    rules = Files.writeString(folder.resolve("rules.yaml"), ERRORS);
  }

  /** As in a service: it knows the clock and where to record. */
  private record Service(EventRecorder recorder, InstantSource clock) {
    void answer(Status status) {
      recorder.record(
          dev.tocsin.api.Call.at(clock.instant()).model("gpt-4o").status(status).build());
    }
  }

  @Test
  void allThatIsDueHasHappenedWhenTimeHasGoneBy() {
    try (TestEngine engine = TestEngine.of(rules)) {
      Service service = new Service(engine, engine.clock());
      for (int i = 0; i < 20; i++) {
        service.answer(Status.ERROR);
        engine.advance(Duration.ofSeconds(1));
      }
      assertThat(engine.replay()).alert("errors").firedAt("10:00:11").performed("rollback");
      assertThat(engine.replay()).messages("pagerduty").isEmpty();

      engine.advance(Duration.ofSeconds(25));
      assertThat(engine.replay())
          .alert("errors")
          .isStillFiring()
          .wasSentTo("pagerduty")
          .wasReceivedBy("oncall");

      engine.advance(Duration.ofMinutes(3));
      assertThat(engine.replay())
          .alert("errors")
          .thenResolved()
          .endWasSentTo("pagerduty")
          .and()
          .noOtherAlertsFired("errors");
      assertThat(engine.now()).isEqualTo(Instant.parse("2026-01-05T10:03:45Z"));
      assertThat(engine.tocsin().alerts()).isEmpty();
    }
  }

  @Test
  void eventsAreRecordedFromAnyThread() throws InterruptedException {
    try (TestEngine engine = TestEngine.of(rules)) {
      CountDownLatch done = new CountDownLatch(4);
      List<Thread> threads =
          IntStream.range(0, 4)
              .mapToObj(
                  each ->
                      new Thread(
                          () -> {
                            for (int i = 0; i < 250; i++) {
                              engine.record(engine.call().model("gpt-4o").build());
                            }
                            done.countDown();
                          }))
              .toList();
      threads.forEach(Thread::start);
      done.await();
      engine.advance(Duration.ofSeconds(2));

      ReplaySummary summary = engine.replay().summary();
      assertThat(summary.events()).isEqualTo(1000);
      assertThat(summary.calls()).isEqualTo(1000);
      assertThat(summary.withoutData()).containsExactly("rude");
    }
  }

  @Test
  void summaryCountsWhatWasRecorded() {
    try (TestEngine engine = TestEngine.of(rules)) {
      engine.record(engine.call().model("a").costUsd(new BigDecimal("0.25")).build());
      engine.advance(Duration.ofSeconds(5));
      engine.record(engine.call().model("a").costUsd(new BigDecimal("0.5")).build());
      assertThat(engine.record(null)).isFalse();
      engine.advance(Duration.ofSeconds(5));

      ReplaySummary summary = engine.replay().summary();
      assertThat(summary.costUsd()).isEqualByComparingTo("0.75");
      assertThat(summary.models()).extracting(ReplaySummary.ModelTotal::calls).containsExactly(2L);
      assertThat(summary.from()).isEqualTo(Instant.parse("2026-01-05T10:00:00Z"));
      assertThat(summary.until()).isEqualTo(Instant.parse("2026-01-05T10:00:05Z"));
    }
  }

  @Test
  void evaluatorsAndFieldsTakePart() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            rules:
              - name: rude
                condition: avg(score.rude) by tenant over 1m > 0.5
                channels: [slack]
            """);
    try (TestEngine engine =
        TestEngine.with(own)
            .field(DeclaredField.text("tenant", "who pays"))
            .evaluator(new ScriptedEvaluator("rude", call -> List.of(Verdict.of("rude", true))))
            .startingAt(Instant.parse("2026-03-01T23:59:58Z"))
            .zone(ZoneId.of("Europe/Berlin"))
            .start()) {
      engine.record(engine.call().attribute("tenant", "acme").output("so what").build());
      engine.advance(Duration.ofSeconds(3));

      assertThat(engine.replay())
          .alert("rude")
          .of("tenant", "acme")
          .firedBetween("00:59:59", "01:00:01")
          .wasSentTo("slack");
    }
  }

  @Test
  void rulesThatAreWrongFailWithWhatCheckSays() throws IOException {
    Files.writeString(rules, "rules:\n  - name: a\n    condition: daily_cots > 3\n");

    assertThatThrownBy(() -> TestEngine.of(rules))
        .isInstanceOf(InvalidRulesException.class)
        .hasMessageContaining("rules.yaml:3:16")
        .hasMessageContaining("did you mean 'daily_cost'?");
    assertThatThrownBy(() -> TestEngine.of(folder.resolve("none.yaml")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none.yaml");
  }

  @Test
  void timeDoesNotGoBack() {
    try (TestEngine engine = TestEngine.of(rules)) {
      assertThatThrownBy(() -> engine.advance(Duration.ofSeconds(-1)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("time does not go back");
    }
  }

  @Test
  void nothingHasHappenedYetWhenItStarts() {
    try (TestEngine engine = TestEngine.of(rules)) {
      assertThat(engine.replay()).noAlertsFired().performedNothing();
      assertThat(engine.replay().end()).isEqualTo(engine.now());
    }
  }
}
