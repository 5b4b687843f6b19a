package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.AlertState;
import dev.tocsin.api.Recovery;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine goes on where the last one ended, however that was. */
class GoesOnTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;

  @Test
  void aPendingAlertFiresAtTheTickItWouldHaveFired() throws IOException {
    Path store = folder.resolve("store");
    Instant killedAt;
    try (Service first = Service.start(folder, store, Service.START)) {
      first.record("u1", 5_000, 0.01);
      first.advance(SECOND);
      first.advance(SECOND);
      assertThat(first.engine.alerts())
          .singleElement()
          .matches(a -> a.state() == AlertState.PENDING);
      killedAt = first.now();
      store = Service.killed(store, folder);
    }
    try (Service second = Service.start(folder, store, killedAt)) {
      Recovery recovery = second.engine.recovery().orElseThrow();
      assertThat(recovery.found()).isTrue();
      assertThat(recovery.closed()).isFalse();
      assertThat(recovery.pending()).isEqualTo(1);
      assertThat(recovery.findings()).isEmpty();
      for (int i = 0; i < 5; i++) {
        second.advance(SECOND);
      }
      assertThat(second.transitions)
          .singleElement()
          .matches(t -> t.to() == AlertState.FIRING)
          .matches(t -> t.time().equals(Service.START.plusSeconds(6)))
          .matches(t -> t.activation().equals(Service.START.plusSeconds(1)));
      assertThat(second.sent).hasSize(1);
    }
  }

  @Test
  void afterACleanStopNothingIsReplayed() throws IOException {
    Path store = folder.resolve("store");
    Instant stopped;
    try (Service first = Service.start(folder, store, Service.START)) {
      first.record("u1", 5_000, 2);
      first.advance(SECOND);
      stopped = first.now();
      assertThat(first.sent).hasSize(1);
    }
    try (Service second = Service.start(folder, store, stopped)) {
      Recovery recovery = second.engine.recovery().orElseThrow();
      assertThat(recovery.closed()).isTrue();
      assertThat(recovery.inputs()).isZero();
      assertThat(recovery.firing()).isEqualTo(1);
      assertThat(recovery.snapshot()).isNotNull();
      second.advance(SECOND);
      assertThat(second.sent).as("it was sent before").isEmpty();
      assertThat(second.engine.alerts()).hasSize(2);
    }
  }

  @Test
  void whatWasNotDeliveredIsTriedAgainWithItsKey() throws IOException {
    Path store = folder.resolve("store");
    Path killed;
    Instant at;
    String key;
    try (Service first = Service.start(folder, store, Service.START)) {
      first.pagerIsDown(true);
      first.record("u1", 10, 2);
      first.advance(SECOND);
      assertThat(first.sent).isEmpty();
      killed = Service.killed(store, folder);
      at = first.now();
      first.pagerIsDown(false);
      first.advance(SECOND);
      assertThat(first.sent).hasSize(1);
      key = first.keys().get(0);
    }
    try (Service second = Service.start(folder, killed, at)) {
      assertThat(second.engine.recovery().orElseThrow().deliveries()).isEqualTo(1);
      second.advance(SECOND);
      assertThat(second.keys()).containsExactly(key);
    }
  }
}
