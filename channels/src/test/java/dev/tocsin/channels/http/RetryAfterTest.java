package dev.tocsin.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
  private static final Instant NOW = Instant.parse("2026-10-03T10:16:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 | PT0S",
        "120 | PT2M",
        "999999999 | PT277777H46M39S",
        "'Sat, 03 Oct 2026 10:17:30 GMT' | PT1M30S",
        "'Sat, 03 Oct 2026 10:15:00 GMT' | PT0S",
      })
  void isSecondsOrADate(String header, Duration wanted) {
    assertThat(RetryAfter.read(header, NOW)).contains(wanted);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "-1", "99999999999999999999", "1.5"})
  void anythingElseIsNone(String header) {
    assertThat(RetryAfter.read(header, NOW)).isEmpty();
  }

  @Test
  void spacesAreNothing() {
    assertThat(RetryAfter.read(" 3 ", NOW)).contains(Duration.ofSeconds(3));
  }

  @Test
  void theLaterOfHeaderAndBodyCounts() {
    String body = "{\"retry_after\":2.5}";
    assertThat(RetryAfter.of(Optional.of("3"), body, NOW)).contains(Duration.ofSeconds(3));
    assertThat(RetryAfter.of(Optional.of("2"), body, NOW)).contains(Duration.ofMillis(2_500));
    assertThat(RetryAfter.of(Optional.empty(), body, NOW)).contains(Duration.ofMillis(2_500));
    assertThat(RetryAfter.of(Optional.empty(), "{\"retry_after\":-1}", NOW)).isEmpty();
    assertThat(RetryAfter.of(Optional.empty(), "later", NOW)).isEmpty();
  }
}
