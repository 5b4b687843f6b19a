package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Alert;
import dev.tocsin.api.AlertState;
import dev.tocsin.api.Reading;
import dev.tocsin.api.Status;
import dev.tocsin.api.Transition;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.fake.RecordingAction;
import dev.tocsin.testkit.fake.RecordingChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TocsinTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final String ERRORS =
      """
      rules:
        - name: errors
          condition: error_rate > 0.5
          window: 10s
          severity: critical
          channels: [pager]
          then: [rollback]
      """;

  @TempDir Path folder;
  private final RecordingChannel pager = new RecordingChannel("pager");
  private final RecordingAction rollback = new RecordingAction("rollback");
  private final List<Transition> seen = new ArrayList<>();
  private ManualEngine manual;

  @BeforeEach
  void start() {
    manual = new ManualEngine(folder);
  }

  @Test
  void anAlertReachesListenerChannelAndAction() {
    try (Tocsin tocsin = engine()) {
      tocsin.record(manual.call().status(Status.ERROR).build());
      manual.advance(tocsin, SECOND);
      assertThat(tocsin.alerts())
          .containsExactly(
              new Alert(
                  "errors",
                  Map.of(),
                  AlertState.FIRING,
                  ManualEngine.START.plus(SECOND),
                  dev.tocsin.api.Severity.CRITICAL));
      manual.advance(tocsin, Duration.ofSeconds(30));
      assertThat(tocsin.alerts()).isEmpty();
    }
    assertThat(seen)
        .extracting(Transition::to)
        .containsExactly(AlertState.FIRING, AlertState.INACTIVE);
    assertThat(pager.messages()).hasSize(2).allMatch(Message.Notification.class::isInstance);
    assertThat(pager.messages().get(0).json()).contains("\"rule\":\"errors\"", "\"value\":1");
    assertThat(pager.isClosed()).isTrue();
    assertThat(rollback.performed()).hasSize(1);
  }

  @Test
  void readingsSayValueSamplesAndSinceWhen() {
    try (Tocsin tocsin = engine()) {
      tocsin.record(manual.call().build());
      tocsin.record(manual.call().status(Status.TIMEOUT).build());
      manual.advance(tocsin, SECOND);
      Reading reading = tocsin.readings().get(0);
      assertThat(reading.term()).isEqualTo("error_rate");
      assertThat(reading.value()).isEqualTo(0.5);
      assertThat(reading.samples()).isEqualTo(2);
      assertThat(reading.since()).isEqualTo(ManualEngine.START);
    }
  }

  @Test
  void healthCountsWhatWasTakenAndWhatWasNot() {
    try (Tocsin tocsin = engine()) {
      Instant now = ManualEngine.START;
      tocsin.record(manual.call().id("a").build());
      tocsin.record(manual.call().id("a").build());
      tocsin.record(dev.tocsin.api.Call.at(now.plus(Duration.ofDays(1))).build());
      tocsin.record(null);
      manual.advance(tocsin, SECOND);
      tocsin.record(dev.tocsin.api.Call.at(now.minus(Duration.ofHours(1))).build());
      manual.advance(tocsin, SECOND);
      assertThat(tocsin.health())
          .extracting("accepted", "duplicates", "early", "dropped", "late", "unpriced")
          .containsExactly(1L, 1L, 1L, 1L, 1L, 1L);
      assertThat(tocsin.health().lastEvaluation()).isEqualTo(now.plusSeconds(2));
    }
  }

  @Test
  void afterClosingEventsAreDroppedAndCounted() {
    Tocsin tocsin = engine();
    tocsin.close();
    tocsin.close();
    assertThat(tocsin.record(manual.call().build())).isFalse();
    assertThat(tocsin.health().dropped()).isEqualTo(1);
  }

  @Test
  void closingFoldsWhatWaits() {
    Tocsin tocsin = engine();
    manual.advance(tocsin, SECOND);
    tocsin.record(dev.tocsin.api.Call.at(ManualEngine.START).build());
    tocsin.close();
    assertThat(tocsin.health().accepted()).isEqualTo(1);
  }

  @Test
  void onlyAnEngineTickedByHandTakesTicks() {
    try (Tocsin tocsin =
        Tocsin.builder()
            .rules(manual.rules("r.yaml", ERRORS))
            .channel(pager)
            .action(rollback)
            .build()) {
      assertThatThrownBy(() -> tocsin.tick(Instant.EPOCH))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("tickByHand()");
    }
  }

  private Tocsin engine() {
    return manual.builder(ERRORS).channel(pager).action(rollback).listener(seen::add).build();
  }
}
