package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads {@code at}: a length of time after the start, or a time. */
final class OffsetReader {
  private final NodeReader reader;
  private final TimePointReader times;

  OffsetReader(NodeReader reader) {
    this.reader = reader;
    this.times = new TimePointReader(reader);
  }

  Optional<Located<TimePoint>> read(Node node) {
    Optional<Duration> length =
        node instanceof ScalarNode scalar
            ? NumberReader.length(scalar.getValue().strip())
            : Optional.empty();
    return length.isPresent()
        ? length.map(after -> new Located<>(new TimePoint.AfterStart(after), reader.span(node)))
        : times.read(node);
  }
}
