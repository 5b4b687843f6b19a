package dev.tocsin.trace;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.Instants;
import dev.tocsin.trace.record.BadEventException;
import dev.tocsin.trace.record.EpochMillis;
import java.time.DateTimeException;
import java.time.Instant;

/** Stamps of records: ISO-8601 with a zone, to the nanosecond, or epoch milliseconds. */
final class Stamps {
  private Stamps() {}

  static long nanos(String field, JsonNode node) throws BadEventException {
    if (node.isNumber()) {
      return EpochMillis.nanos(field, node.decimalValue());
    }
    try {
      long nanos = Instants.toNanos(parse(field, node));
      if (nanos < 0) {
        throw new BadEventException(field + " is before 1970: " + Record.shortened(node.asText()));
      }
      return nanos;
    } catch (ArithmeticException e) {
      throw new BadEventException(field + " is out of range: " + Record.shortened(node.asText()));
    }
  }

  private static Instant parse(String field, JsonNode node) throws BadEventException {
    if (!node.isTextual()) {
      throw new BadEventException(
          field
              + " must be ISO-8601 or epoch milliseconds, not "
              + Record.shortened(node.toString()));
    }
    try {
      return Instant.parse(node.textValue());
    } catch (DateTimeException e) {
      throw new BadEventException(
          field
              + " must be ISO-8601 with a zone, as in 2026-10-03T10:15:00.250Z, not '"
              + Record.shortened(node.textValue())
              + "'");
    }
  }
}
