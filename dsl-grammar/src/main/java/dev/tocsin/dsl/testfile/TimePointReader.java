package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
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
    Optional<Located<String>> written = reader.text(node, "a time such as 10:05");
    Optional<TimePoint> time = written.flatMap(text -> TimePoint.parse(text.value()));
    if (written.isPresent() && time.isEmpty()) {
      reader.error(
          Code.BAD_TIME,
          reader.span(node),
          "'" + written.get().value() + "' is not a time",
          Optional.of(TimePoint.EXAMPLES));
    }
    if (time.isPresent() && !isNear(time.get())) {
      reader.error(
          Code.BAD_TIME,
          reader.span(node),
          "'" + written.orElseThrow().value() + "' is too far away",
          Optional.of("times are between the years " + FIRST_YEAR + " and " + LAST_YEAR));
      return Optional.empty();
    }
    return time.map(point -> new Located<>(point, reader.span(node)));
  }

  /** Whether nanoseconds in 64 bits can count it, with room for windows. */
  private static boolean isNear(TimePoint time) {
    int year = time.in(Instant.EPOCH, ZoneOffset.UTC).atOffset(ZoneOffset.UTC).getYear();
    return year >= FIRST_YEAR && year < LAST_YEAR;
  }
}
