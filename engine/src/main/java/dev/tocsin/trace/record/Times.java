package dev.tocsin.trace.record;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.Decimals;
import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How a format writes times: ISO-8601, with {@code T} or a blank in the middle, and what else it
 * allows.
 *
 * @param withoutZoneIsUtc whether a time without a zone is one of UTC; else it is bad
 * @param numbers what the digits of a number stand for
 */
public record Times(boolean withoutZoneIsUtc, Numbers numbers) {
  private static final int NANO_DIGITS_OF_SECONDS = 9;
  private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
  private static final DateTimeFormatter ISO =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffset("+HH:MM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HHMM", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT);

  /** What a number stands for, since 1970. */
  public enum Numbers {
    /** Seconds, perhaps with a fraction. */
    SECONDS(NANO_DIGITS_OF_SECONDS),
    /** Milliseconds, perhaps with a fraction. */
    MILLISECONDS(6),
    /** Nanoseconds. */
    NANOSECONDS(0),
    /** Nothing: numbers are bad. */
    NONE(0);

    private final int digits;

    Numbers(int digits) {
      this.digits = digits;
    }
  }

  /**
   * A time in nanoseconds since 1970, or {@link Event#UNKNOWN} for null, JSON's null and an empty
   * text. A text of digits is a number.
   *
   * @param field its name, for the message
   */
  public long nanos(String field, @org.jspecify.annotations.Nullable JsonNode node)
      throws BadEventException {
    if (node == null || node.isNull() || (node.isTextual() && node.textValue().isBlank())) {
      return Event.UNKNOWN;
    }
    try {
      long nanos = node.isNumber() ? number(field, node) : text(field, node);
      if (nanos < 0) {
        throw new BadEventException(field + " is before 1970: " + Fields.shortened(node));
      }
      return nanos;
    } catch (ArithmeticException e) {
      throw new BadEventException(field + " is out of range: " + Fields.shortened(node));
    }
  }

  private long number(String field, JsonNode node) throws BadEventException {
    return number(field, node, node.decimalValue());
  }

  private long number(String field, JsonNode node, BigDecimal value) throws BadEventException {
    if (numbers == Numbers.NONE) {
      throw wrong(field, node);
    }
    return numbers == Numbers.MILLISECONDS
        ? EpochMillis.nanos(field, value)
        : Decimals.scaled(value, numbers.digits);
  }

  private long text(String field, JsonNode node) throws BadEventException {
    if (!node.isTextual()) {
      throw wrong(field, node);
    }
    String text = node.textValue().strip();
    if (NUMBER.matcher(text).matches()) {
      return number(field, node, new BigDecimal(text));
    }
    try {
      TemporalAccessor time =
          ISO.parseBest(withoutBlanks(text), OffsetDateTime::from, LocalDateTime::from);
      if (time instanceof OffsetDateTime zoned) {
        return Instants.toNanos(zoned.toInstant());
      }
      if (withoutZoneIsUtc) {
        return Instants.toNanos(((LocalDateTime) time).toInstant(ZoneOffset.UTC));
      }
    } catch (DateTimeException e) {
      throw wrong(field, node);
    }
    throw new BadEventException(field + " has no zone: " + Fields.shortened(node));
  }

  /** {@code 2026-10-03 10:15:00.25 UTC} as ISO-8601 has it. */
  private static String withoutBlanks(String text) {
    int blank = text.indexOf(' ');
    String joined = blank == 10 ? text.substring(0, 10) + 'T' + text.substring(11) : text;
    return joined.endsWith(" UTC")
        ? joined.substring(0, joined.length() - 4) + 'Z'
        : joined.replace(" ", "");
  }

  private static BadEventException wrong(String field, JsonNode node) {
    return new BadEventException(
        field + " must be a time, as 2026-10-03T10:15:00.250Z, not " + Fields.shortened(node));
  }
}
