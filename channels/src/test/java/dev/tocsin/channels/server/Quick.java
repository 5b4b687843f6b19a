package dev.tocsin.channels.server;

import dev.tocsin.channels.http.HttpOptions;
import dev.tocsin.channels.retry.RetrySettings;
import java.time.Duration;
import java.time.Instant;

/** Settings with which tests need not wait. */
public final class Quick {
  public static final Instant NOW = Instant.parse("2026-10-03T10:16:00Z");

  private Quick() {}

  /** Two retries, milliseconds apart; a circuit that tests do not open by chance. */
  public static RetrySettings retries() {
    return retries(100, Duration.ofHours(1));
  }

  public static RetrySettings retries(int circuitFailures, Duration circuitPause) {
    return new RetrySettings(
        2,
        Duration.ofMillis(1),
        Duration.ofSeconds(3),
        Duration.ofSeconds(20),
        circuitFailures,
        circuitPause,
        () -> NOW);
  }

  /** On loopback without TLS. */
  public static HttpOptions loopback() {
    return HttpOptions.standard().retries(retries()).allowHttp().allowPrivateAddresses();
  }
}
