package dev.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

  @ParameterizedTest
  @CsvSource({
    "500ms, PT0.5S",
    "30s, PT30S",
    "10m, PT10M",
    "2h, PT2H",
    "1d, PT24H",
    "0s, PT0S",
    "' 30s ', PT30S"
  })
  void reads(String text, Duration duration) {
    assertThat(Durations.parse(text)).isEqualTo(duration);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "30", "s", "-1s", "1.5h", "30 s", "1h30m", "30S", "9999999999s"})
  void refuses(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'" + text + "' is not a duration; write it as 500ms, 30s, 10m, 2h or 1d");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0ms",
    "PT0.035S, 35ms",
    "PT1S, 1s",
    "PT1.24S, 1.24s",
    "PT1.2S, 1.20s",
    "PT9.999S, 9.99s",
    "PT10.9S, 10s",
    "PT59S, 59s",
    "PT5M, 5m",
    "PT5M30S, 5m 30s",
    "PT59M59S, 59m 59s",
    "PT1H0M59S, 1h",
    "PT2H5M, 2h 5m",
    "PT24H, 1d",
    "PT76H10M, 3d 4h"
  })
  void shows(Duration duration, String text) {
    assertThat(Durations.text(duration)).isEqualTo(text);
  }
}
