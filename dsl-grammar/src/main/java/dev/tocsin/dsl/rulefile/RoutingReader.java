package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.routing.RoutingDefinition;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.List;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/** Reads what one file says of where alerts go. */
final class RoutingReader {
  /** The keys at the top of a file. */
  static final List<String> KEYS =
      List.of("routes", "receivers", "inhibit", "silences", "time_intervals", "links");

  private final NodeReader reader;
  private final UniqueNames names;

  RoutingReader(NodeReader reader, UniqueNames names) {
    this.reader = reader;
    this.names = names;
  }

  RoutingDefinition read(Entries file) {
    ReceiverReader receivers = new ReceiverReader(reader, names);
    SilenceReader silences = new SilenceReader(reader, names);
    return new RoutingDefinition(
        file.get("routes").flatMap(new RouteReader(reader)::root),
        all(file, "receivers", receivers::receivers),
        all(file, "inhibit", silences::inhibitions),
        all(file, "silences", silences::silences),
        all(file, "time_intervals", new IntervalReader(reader, names)::read),
        all(file, "links", receivers::links));
  }

  private static <T> List<T> all(Entries file, String key, Function<Node, List<T>> read) {
    return file.get(key).map(read).orElse(List.of());
  }
}
