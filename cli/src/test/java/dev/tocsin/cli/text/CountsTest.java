package dev.tocsin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0 bytes",
    "1, 1 byte",
    "999, 999 bytes",
    "1000, 1.0 kB",
    "9949, 9.9 kB",
    "9960, 10 kB",
    "269000, 269 kB",
    "999499, 999 kB",
    "999500, 1.0 MB",
    "1234567, 1.2 MB",
    "45000000000, 45 GB",
    "9000000000000000, 9000 TB"
  })
  void bytes(long number, String text) {
    assertThat(Counts.bytes(number)).isEqualTo(text);
  }

  @Test
  void groupsDigitsAndNamesOneThingAsOne() {
    assertThat(Counts.of(1, "event")).isEqualTo("1 event");
    assertThat(Counts.of(0, "event")).isEqualTo("0 events");
    assertThat(Counts.of(19_366, "event")).isEqualTo("19,366 events");
    assertThat(Counts.of(2, "entry", "entries")).isEqualTo("2 entries");
  }
}
