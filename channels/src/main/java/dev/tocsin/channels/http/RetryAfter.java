package dev.tocsin.channels.http;

import dev.tocsin.channels.json.JsonText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a server may be asked again: the header {@code Retry-After} (RFC 9110, 10.2.3), seconds or a
 * date, and Discord's {@code retry_after} in the body, seconds with decimals. The later one counts.
 */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;

  private RetryAfter() {}

  /** Of an answer, from now on, never negative; empty when it says neither. */
  static Optional<Duration> of(Optional<String> header, String body, Instant now) {
    Optional<Duration> inHeader = header.flatMap(text -> read(text, now));
    Optional<Duration> inBody =
        Optional.ofNullable(JsonText.scalars(body).get("retry_after")).flatMap(RetryAfter::seconds);
    return Stream.concat(inHeader.stream(), inBody.stream()).max(Comparator.naturalOrder());
  }

  private static Optional<Duration> seconds(String text) {
    return text.matches("[0-9]{1,9}([.][0-9]{1,9})?")
        ? Optional.of(Duration.ofNanos(new BigDecimal(text).movePointRight(9).longValue()))
        : Optional.empty();
  }

  /** From now on, never negative; empty when the header is none. */
  static Optional<Duration> read(String header, Instant now) {
    String text = header.strip();
    if (text.matches("[0-9]{1," + MOST_DIGITS + "}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant until = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(until.isBefore(now) ? Duration.ZERO : Duration.between(now, until));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
