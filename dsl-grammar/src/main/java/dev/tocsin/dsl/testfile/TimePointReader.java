package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads times in a trace. */
final class TimePointReader {
  private static final int FIRST_YEAR = 1700;
  private static final int LAST_YEAR = 2200;

  private final NodeReader reader;

  TimePointReader(NodeReader reader) {
    this.reader = reader;
  }

  Optional<Located<TimePoint>> read(Node node) {
    return reader
        .text(node, "a time such as 10:05")
        .flatMap(written -> read(written, reader.span(node), this::error));
  }

  /** Reads one that stands in no YAML. */
  static Optional<Located<TimePoint>> read(Located<String> written, Diagnostics diagnostics) {
    return read(
        written,
        written.span(),
        (span, message, hint) -> diagnostics.error(Code.BAD_TIME, span, message, hint));
  }

  /** Takes what is wrong. */
  private interface Errors {
    void add(Span span, String message, String hint);
  }

  private void error(Span span, String message, String hint) {
    reader.error(Code.BAD_TIME, span, message, Optional.of(hint));
  }

  private static Optional<Located<TimePoint>> read(
      Located<String> written, Span span, Errors errors) {
    Optional<TimePoint> time = TimePoint.parse(written.value());
    if (time.isEmpty()) {
      errors.add(span, "'" + written.value() + "' is not a time", TimePoint.EXAMPLES);
      return Optional.empty();
    }
    if (!isNear(time.get())) {
      errors.add(
          span,
          "'" + written.value() + "' is too far away",
          "times are between the years " + FIRST_YEAR + " and " + LAST_YEAR);
      return Optional.empty();
    }
    return time.map(point -> new Located<>(point, span));
  }

  /** Whether nanoseconds in 64 bits can count it, with room for windows. */
  private static boolean isNear(TimePoint time) {
    int year = time.in(Instant.EPOCH, ZoneOffset.UTC).atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year < LAST_YEAR;
  }
}
