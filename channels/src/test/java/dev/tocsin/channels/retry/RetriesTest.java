package dev.tocsin.channels.retry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.tocsin.api.ChannelHealth;
import dev.tocsin.api.spi.PermanentFailure;
import dev.tocsin.channels.server.Quick;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RetriesTest {
  private final AtomicInteger attempts = new AtomicInteger();
  private final List<Duration> pauses = new ArrayList<>();

  @Test
  void aTroubleThatPassesIsNotSeen() throws Exception {
    Retries retries = new Retries(Quick.retries(), pauses::add);
    assertThat(retries.call(() -> failing(2, new IOException("reset")))).isEqualTo("well");
    assertThat(attempts).hasValue(3);
    assertThat(pauses).hasSize(2);
  }

  @Test
  void pausesGrowWithJitterUpToABound() {
    RetrySettings settings =
        new RetrySettings(
            6,
            Duration.ofMillis(1),
            Duration.ofMillis(8),
            Duration.ofSeconds(20),
            100,
            Duration.ofHours(1),
            () -> Quick.NOW);
    assertThatThrownBy(
            () -> new Retries(settings, pauses::add).call(() -> failing(9, new IOException("x"))))
        .hasMessage("x");
    assertThat(attempts).hasValue(7);
    double[] expected = {1, 2, 4, 8, 8, 8};
    for (int i = 0; i < expected.length; i++) {
      assertThat(pauses.get(i).toNanos() / 1e6)
          .isBetween(expected[i] * 0.75 - 0.001, expected[i] * 1.25 + 0.001);
    }
  }

  @Test
  void aReceiverIsNotAskedBeforeItWants() throws Exception {
    Duration wanted = Duration.ofMillis(20);
    Retries retries = new Retries(Quick.retries(), pauses::add);
    retries.call(() -> failing(1, new TemporaryFailure("429", Optional.of(wanted))));
    assertThat(pauses)
        .singleElement()
        .satisfies(p -> assertThat(p).isBetween(wanted, wanted.multipliedBy(2)));
  }

  @Test
  void whoeverWantsALongSilenceGetsItAcrossMessages() throws Exception {
    AtomicReference<Instant> now = new AtomicReference<>(Quick.NOW);
    RetrySettings quick = Quick.retries();
    Retries retries =
        new Retries(
            new RetrySettings(
                quick.retries(),
                quick.firstPause(),
                quick.longestPause(),
                quick.patience(),
                100,
                quick.circuitPause(),
                now::get));
    TemporaryFailure later = new TemporaryFailure("429", Optional.of(Duration.ofDays(365)));
    assertThatThrownBy(() -> retries.call(() -> failing(9, later))).isSameAs(later);
    assertThat(attempts).hasValue(1);
    assertThatThrownBy(() -> retries.call(() -> failing(9, later)))
        .hasMessage("not tried: the receiver asked for silence until 2026-10-03T10:26:00Z");
    assertThat(attempts).hasValue(1);
    assertThat(retries.circuit()).isEqualTo(ChannelHealth.Circuit.OPEN);
    now.set(Quick.NOW.plus(Duration.ofMinutes(10)));
    assertThat(retries.call(() -> failing(1, later))).isEqualTo("well");
  }

  @Test
  void whatIsRefusedIsNotRepeated() {
    PermanentFailure refused = new PermanentFailure("HTTP 404");
    assertThatThrownBy(
            () ->
                new Retries(Quick.retries())
                    .call(
                        () -> {
                          attempts.incrementAndGet();
                          throw refused;
                        }))
        .isSameAs(refused);
    assertThat(attempts).hasValue(1);
  }

  @Test
  void anErrorOfOurOwnComesThrough() {
    assertThatThrownBy(
            () ->
                new Retries(Quick.retries())
                    .call(
                        () -> {
                          throw new IllegalStateException("a secret is empty");
                        }))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInterruptEndsIt() {
    assertThatThrownBy(
            () ->
                new Retries(Quick.retries())
                    .call(
                        () -> {
                          throw new InterruptedException();
                        }))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void afterManyFailuresNothingIsTriedForAWhile() {
    Retries retries = new Retries(Quick.retries(3, Duration.ofHours(1)));
    assertThatThrownBy(() -> retries.call(() -> failing(99, new IOException("down"))))
        .hasMessage("down");
    assertThatThrownBy(() -> retries.call(() -> failing(99, new IOException("down"))))
        .isInstanceOf(TemporaryFailure.class)
        .hasMessage("not tried: the last attempts failed, the circuit is open");
    assertThat(attempts).hasValue(3);
    assertThat(retries.circuit()).isEqualTo(ChannelHealth.Circuit.OPEN);
  }

  @Test
  void afterThePauseOneAttemptClosesTheCircuit() {
    Retries retries = new Retries(Quick.retries(3, Duration.ofMillis(5)));
    assertThatThrownBy(() -> retries.call(() -> failing(3, new IOException("down"))));
    await().ignoreExceptions().until(() -> retries.call(() -> "well").equals("well"));
    assertThat(retries.circuit()).isEqualTo(ChannelHealth.Circuit.CLOSED);
  }

  @Test
  void settingsThatMakeNoSenseAreRefused() {
    assertThatThrownBy(() -> Quick.retries(0, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    RetrySettings standard = RetrySettings.standard();
    assertThatThrownBy(
            () ->
                new RetrySettings(
                    1,
                    Duration.ZERO,
                    standard.longestPause(),
                    standard.patience(),
                    1,
                    standard.circuitPause(),
                    standard.clock()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private String failing(int times, IOException failure) throws IOException {
    if (attempts.incrementAndGet() <= times) {
      throw failure;
    }
    return "well";
  }
}
