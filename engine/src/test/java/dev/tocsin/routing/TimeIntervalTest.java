package dev.tocsin.routing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.Rules;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeIntervalTest {

  /** With case N16 of the conformance list. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "times: ['09:00-17:00']; 2026-10-01T08:59:59Z; false",
        "times: ['09:00-17:00']; 2026-10-01T09:00:00Z; true",
        "times: ['09:00-17:00']; 2026-10-01T16:59:59Z; true",
        "times: ['09:00-17:00']; 2026-10-01T17:00:00Z; false",
        "times: ['00:00-24:00']; 2026-10-01T23:59:59Z; true",
        "days_of_month: ['-3:-1']; 2020-02-26T12:00:00Z; false",
        "days_of_month: ['-3:-1']; 2020-02-27T12:00:00Z; true",
        "days_of_month: ['-3:-1']; 2020-02-29T12:00:00Z; true",
        "days_of_month: ['-3--1']; 2020-03-28T12:00:00Z; false",
        "days_of_month: ['28--1']; 2021-02-28T12:00:00Z; true",
        "weekdays: [saturday-monday]; 2026-10-04T12:00:00Z; true",
        "weekdays: [saturday-monday]; 2026-10-05T12:00:00Z; true",
        "weekdays: [saturday-monday]; 2026-10-06T12:00:00Z; false",
        "months: [november-january, 6]; 2026-12-31T12:00:00Z; true",
        "months: [november-january, 6]; 2026-06-30T12:00:00Z; true",
        "months: [november-january, 6]; 2026-02-01T12:00:00Z; false",
        "years: [2026-2027]; 2027-12-31T23:59:59Z; true",
        "years: [2026-2027]; 2028-01-01T00:00:00Z; false",
        "zone: Europe/Vienna, times: ['09:00-17:00']; 2026-10-01T07:00:00Z; true",
        "zone: Europe/Vienna, times: ['09:00-17:00']; 2026-12-01T07:00:00Z; false",
        "weekdays: [monday], times: ['09:00-17:00']; 2026-10-06T12:00:00Z; false",
        "intervals: [{weekdays: [sunday]}, {months: [may]}]; 2026-05-01T12:00:00Z; true",
      })
  void contains(String interval, Instant time, boolean contains) {
    String rules =
        "rules: []\ntime_intervals: [{name: x, %s}]\nroutes: {mute: [x]}".formatted(interval);
    TimeInterval planned = Rules.parse("rules.yaml", rules).routing().root().mute().get(0);

    assertThat(planned.contains(time)).isEqualTo(contains);
  }
}
