package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.api.Severity;
import dev.tocsin.api.Unit;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.cli.text.Quantity;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** Parts of answers as people read them; what is not as expected is shown as it came. */
final class Answers {
  private Answers() {}

  /** From one instant to another, not below zero; as it came where one is none. */
  static String between(JsonNode from, JsonNode to) {
    Optional<Instant> start = instant(from);
    Optional<Instant> end = instant(to);
    if (start.isEmpty() || end.isEmpty()) {
      return from.asText();
    }
    Duration between = Duration.between(start.get(), end.get());
    return Durations.text(between.isNegative() ? Duration.ZERO : between);
  }

  private static Optional<Instant> instant(JsonNode text) {
    try {
      return Optional.of(Instant.parse(text.asText()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static Severity severity(JsonNode alert) {
    return word(Severity.class, alert.path("severity")).orElse(Severity.INFO);
  }

  static Unit unit(JsonNode reading) {
    return word(Unit.class, reading.path("unit")).orElse(Unit.NUMBER);
  }

  private static <E extends Enum<E>> Optional<E> word(Class<E> type, JsonNode word) {
    for (E each : type.getEnumConstants()) {
      if (each.name().toLowerCase(Locale.ROOT).equals(word.asText())) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /** {@code 3.21 s > 2 s}, or that there is no data. */
  static String comparison(JsonNode reading) {
    JsonNode value = reading.path("value");
    JsonNode threshold = reading.path("threshold");
    if (!value.isNumber() || !threshold.isNumber()) {
      return "no data";
    }
    Unit unit = unit(reading);
    return Quantity.near(value.doubleValue(), threshold.doubleValue(), unit)
        + " "
        + reading.path("operator").asText()
        + " "
        + Quantity.exact(threshold.doubleValue(), unit);
  }

  /** {@code 3.21 s}, or that there is no data. */
  static String value(JsonNode reading) {
    JsonNode value = reading.path("value");
    JsonNode threshold = reading.path("threshold");
    return value.isNumber()
        ? Quantity.near(value.doubleValue(), threshold.asDouble(), unit(reading))
        : "no data";
  }
}
