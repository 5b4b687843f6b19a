package dev.tocsin.dsl.testfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimePointTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    "10:05, 2026-03-01T10:05:00Z",
    "9:05, 2026-03-02T09:05:00Z",
    "10:05:30, 2026-03-01T10:05:30Z",
    "10:05:30.5, 2026-03-01T10:05:30.500Z",
    "day 1 10:05, 2026-03-01T10:05:00Z",
    "day 2 10:05, 2026-03-02T10:05:00Z",
    "day 1 00:00, 2026-03-01T00:00:00Z",
    "2026-03-04 10:05, 2026-03-04T10:05:00Z",
    "2026-03-04T10:05, 2026-03-04T10:05:00Z",
    "2026-03-04T10:05:00Z, 2026-03-04T10:05:00Z",
    "2026-03-04T10:05:00+02:00, 2026-03-04T08:05:00Z",
    "+15m, 2026-03-01T22:15:00Z",
    "+1h30m, 2026-03-01T23:30:00Z",
    "'  +15m ', 2026-03-01T22:15:00Z",
    "10:00, 2026-03-01T10:00:00Z",
    "09:59:59, 2026-03-02T09:59:59Z", // more than half a day before the trace begins
  })
  void timesAreWrittenInManyWays(String text, Instant expected) {
    Instant start = Instant.parse("2026-03-01T22:00:00Z");

    assertThat(TimePoint.parse(text))
        .hasValueSatisfying(time -> assertThat(time.in(start, ZoneOffset.UTC)).isEqualTo(expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "24:01",
        "10:60",
        "10",
        "1005",
        "day 10:05",
        "day 0 10:05",
        "day -1 10:05",
        "day 2",
        "2026-13-01 10:05",
        "2026-02-30 10:05",
        "2026-03-01",
        "10:05Z",
        "+",
        "+15",
        "+$5",
        "+5%",
        "++5m",
        "-5m",
        "+99999999d",
        "2026-03-01T10:05:00+99:00",
        "10:05:"
      })
  void otherTextsAreNoTimes(String text) {
    assertThat(TimePoint.parse(text)).isEmpty();
  }

  @Test
  void aTimeOfDayIsThatOfTheZone() {
    Instant start = Instant.parse("2026-07-01T22:30:00Z"); // half past midnight in Berlin

    assertThat(TimePoint.parse("00:45").orElseThrow().in(start, BERLIN))
        .isEqualTo("2026-07-01T22:45:00Z");
    assertThat(TimePoint.parse("day 2 00:45").orElseThrow().in(start, BERLIN))
        .isEqualTo("2026-07-02T22:45:00Z");
  }

  /** Of the days around the start, the one on which the time is first within half a day. */
  @Property
  void aTimeOfDayIsTheFirstThatIsNotLongPast(
      @ForAll("zones") ZoneId zone,
      @ForAll("starts") Instant start,
      @ForAll @IntRange(min = 0, max = 23) int hour,
      @ForAll @IntRange(min = 0, max = 59) int minute) {
    Instant earliest = start.minus(Duration.ofHours(12));
    LocalDate day = LocalDate.ofInstant(start, zone);
    Instant expected =
        Stream.of(day, day.plusDays(1))
            .map(each -> ZonedDateTime.of(each, LocalTime.of(hour, minute), zone))
            .map(ZonedDateTime::toInstant)
            .filter(time -> !time.isBefore(earliest))
            .findFirst()
            .orElseThrow();

    Instant found =
        TimePoint.parse("%02d:%02d".formatted(hour, minute)).orElseThrow().in(start, zone);

    assertThat(found).isEqualTo(expected);
  }

  @Property
  void daysAreCalendarDays(
      @ForAll("zones") ZoneId zone,
      @ForAll("starts") Instant start,
      @ForAll @IntRange(min = 1, max = 9999) int day) {
    Instant found = TimePoint.parse("day " + day + " 12:00").orElseThrow().in(start, zone);

    ZonedDateTime there = found.atZone(zone);
    assertThat(there.toLocalDate().toEpochDay() - LocalDate.ofInstant(start, zone).toEpochDay())
        .isEqualTo(day - 1L);
    assertThat(there.getHour()).isEqualTo(12);
  }

  @Property
  void noTextIsTooStrange(@ForAll("strange") String text) {
    assertThat(TimePoint.parse(text)).isNotNull();
  }

  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of("UTC", "Europe/Berlin", "America/New_York", "Asia/Kolkata", "+14", "-12")
        .map(ZoneId::of);
  }

  /** With both changes of clocks. */
  @Provide
  Arbitrary<Instant> starts() {
    return Arbitraries.longs()
        .between(
            Instant.parse("2026-01-01T00:00:00Z").getEpochSecond(),
            Instant.parse("2027-01-01T00:00:00Z").getEpochSecond())
        .map(Instant::ofEpochSecond);
  }

  @Provide
  Arbitrary<String> strange() {
    return Arbitraries.frequencyOf(
        Tuple.of(1, Arbitraries.strings()),
        Tuple.of(4, Arbitraries.strings().withChars("0123456789:-+TZ. daymhsd$%").ofMaxLength(30)));
  }
}
