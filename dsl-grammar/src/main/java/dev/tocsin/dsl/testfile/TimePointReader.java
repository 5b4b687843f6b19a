package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads times in a trace. */
final class TimePointReader {
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
    return time.map(point -> new Located<>(point, reader.span(node)));
  }
}
