package dev.tocsin.testkit.engine;

import static dev.tocsin.testkit.assertions.TocsinAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.AlertReason;
import dev.tocsin.api.Call;
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
      recorder.record(Call.at(clock.instant()).model("gpt-4o").status(status).build());
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
  void eventsWithStampsFarFromItsClockAreTold() {
    try (TestEngine engine = TestEngine.of(rules)) {
      Instant start = engine.now();
      engine.record(rude(start.plusSeconds(1).plus(Duration.ofDays(3))));
      engine.advance(Duration.ofSeconds(1));

      assertThatThrownBy(() -> assertThat(engine.replay()).alert("rude").fired())
          .hasMessageContaining(
              "what it looks at; 1 event was left out, late or too far ahead; the last event is stamped"
                  + " 3d ahead of the last tick of the engine's clock");
    }
    try (TestEngine engine = TestEngine.of(rules)) {
      Instant start = engine.now();
      engine.record(engine.call().build());
      engine.advance(Duration.ofMinutes(10));
      engine.record(rude(start.minus(Duration.ofDays(2))));
      engine.record(rude(start.minus(Duration.ofDays(1))));
      engine.advance(Duration.ofSeconds(1));

      assertThatThrownBy(() -> assertThat(engine.replay()).alert("rude").fired())
          .hasMessageContaining(
              "2 events were left out, late or too far ahead; the first event is stamped 2d before"
                  + " the start");
    }
    try (TestEngine engine = TestEngine.of(rules)) {
      engine.record(rude(engine.now().plusSeconds(21)));
      engine.advance(Duration.ofSeconds(1));

      assertThatThrownBy(() -> assertThat(engine.replay()).alert("rude").fired())
          .hasMessageContaining(
              "the last event is stamped 21s ahead of the last tick of the engine's clock");
    }
  }

  private static Call rude(Instant end) {
    return Call.at(end).score("rude", 1).build();
  }

  @Test
  void anAlertAboutMissingDataIsNamedWhereAnotherIsExpected() throws IOException {
    Path own =
        Files.writeString(
            folder.resolve("own.yaml"),
            """
            rules:
              - name: slow
                condition: avg(latency) over 10s > 5s
                no_data: alert
                channels: [slack]
            """);
    try (TestEngine engine = TestEngine.of(own)) {
      engine.record(engine.call().latency(Duration.ofSeconds(1)).build());
      engine.advance(Duration.ofSeconds(30));

      assertThat(engine.replay()).alert("slow").because(AlertReason.NO_DATA).fired();
      assertThatThrownBy(() -> assertThat(engine.replay()).alert("slow").fired())
          .hasMessageContaining("it never fired because of condition; one fired at 10:00:")
          .hasMessageContaining(
              " because of no_data: ask for it with because(AlertReason.NO_DATA)");
    }
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
