package dev.tocsin.facade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Tocsin;
import dev.tocsin.api.Alert;
import dev.tocsin.api.spi.Message;
import dev.tocsin.testkit.fake.RecordingChannel;
import dev.tocsin.testkit.fake.ScriptedEvaluator;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SelfWatchTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void itsOwnNumbersCanBeAlertedOn() {
    ManualEngine manual = new ManualEngine(folder);
    String rules =
        """
        rules:
          - {name: events_lost, condition: engine.dropped > 0}
          - {name: judges_fail, condition: engine.evaluator_failures >= 1}
          - {name: slow_ticks, condition: engine.tick_duration > 10m}
        """;
    ScriptedEvaluator broken =
        new ScriptedEvaluator(
            "broken",
            call -> {
              throw new IllegalStateException("no");
            });
    try (Tocsin tocsin = manual.builder(rules).evaluator(broken).queueCapacity(2).build()) {
      manual.advance(tocsin, SECOND);
      assertThat(tocsin.alerts()).isEmpty();
      for (int i = 0; i < 3; i++) {
        tocsin.record(manual.call().build());
      }
      manual.advance(tocsin, SECOND);
      assertThat(tocsin.alerts())
          .extracting(Alert::rule)
          .containsExactly("events_lost", "judges_fail");
    }
  }

  @Test
  void aHeartbeatComesAtTheFirstTickAndThenInItsInterval() {
    ManualEngine manual = new ManualEngine(folder);
    RecordingChannel channel = new RecordingChannel("ops");
    String rules = "rules: [{name: volume, condition: count() over 1m > 1000}]";
    try (Tocsin tocsin =
        manual.builder(rules).channel(channel).heartbeat(Duration.ofMinutes(1)).build()) {
      for (int i = 0; i < 61; i++) {
        manual.advance(tocsin, SECOND);
      }
    }
    assertThat(channel.messages())
        .hasSize(2)
        .allMatch(Message.Heartbeat.class::isInstance)
        .extracting(Message::time)
        .containsExactly(
            ManualEngine.START.plus(SECOND), ManualEngine.START.plus(Duration.ofSeconds(61)));
  }
}
