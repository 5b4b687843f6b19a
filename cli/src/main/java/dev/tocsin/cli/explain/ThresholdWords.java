package dev.tocsin.cli.explain;

import dev.tocsin.api.ComparedReading;
import dev.tocsin.cli.text.Quantity;
import dev.tocsin.core.ComparisonStanding;
import dev.tocsin.replay.AlertFinding.Extreme;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** With which threshold a comparison would hold, in words. */
final class ThresholdWords {
  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ThresholdWords() {}

  /** Nothing where no threshold decides: neither side is a constant, or nothing was ever known. */
  static Optional<String> of(ComparisonStanding standing, Optional<Extreme> extreme) {
    ComparedReading reading = standing.reading();
    String side = side(reading.operator());
    if (!standing.constant() || side.isEmpty() || extreme.isEmpty()) {
      return Optional.empty();
    }
    Double value = reading.value();
    String now =
        standing.isKnown() && value != null
            ? "would hold with a threshold " + side + " " + shown(value, reading) + "; "
            : "";
    String peak = reading.operator().startsWith("<") ? "lowest" : "highest";
    return Optional.of(
        now
            + "the %s in the day before was %s, at %s"
                .formatted(
                    peak, shown(extreme.get().value(), reading), text(extreme.get().time())));
  }

  /** {@code 2026-10-03 10:16:00}, in UTC. */
  static String text(Instant time) {
    return STAMP.format(time);
  }

  private static String shown(double value, ComparedReading reading) {
    Double threshold = reading.threshold();
    return Quantity.near(value, threshold == null ? Double.NaN : threshold, reading.unit());
  }

  private static String side(String operator) {
    return switch (operator) {
      case ">" -> "below";
      case ">=" -> "of at most";
      case "<" -> "above";
      case "<=" -> "of at least";
      default -> "";
    };
  }
}
