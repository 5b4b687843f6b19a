package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.ChoiceReader;
import dev.tocsin.dsl.yaml.DurationReader;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.time.Duration;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads {@code flapping: {changes: 4, within: 1h}}, or {@code flapping: off}. */
final class FlappingReader {
  private static final String EXAMPLE = "as in: flapping: {changes: 4, within: 1h}";
  private static final long FEWEST = 2;

  private final NodeReader reader;

  FlappingReader(NodeReader reader) {
    this.reader = reader;
  }

  Optional<Flapping> read(Node node) {
    if (node.getTag().equals(Tag.BOOL) && reader.bool(node).filter(on -> !on).isPresent()) {
      return Optional.of(Flapping.OFF);
    }
    return reader.mapping(node, "a mapping, or off", EXAMPLE).flatMap(this::read);
  }

  private Optional<Flapping> read(MappingNode node) {
    Entries entries = Entries.of(node, reader);
    RuleFilePlace.FLAPPING.keys().check(entries, reader);
    Optional<Located<Long>> changes = required("changes", node, entries).flatMap(this::changes);
    Optional<Located<Duration>> within =
        required("within", node, entries).flatMap(new DurationReader(reader)::positive);
    return changes.flatMap(
        most -> within.map(length -> new Flapping(most.value(), length.value())));
  }

  private Optional<Located<Long>> changes(Node node) {
    Optional<Located<Long>> count = new ChoiceReader(reader).count(node);
    if (count.filter(changes -> changes.value() < FEWEST).isPresent()) {
      reader.error(
          Code.BAD_COUNT,
          reader.span(node),
          "an alert that begins and ends has changed " + FEWEST + " times; fewer is not flapping",
          Optional.of("to turn it off write flapping: off"));
      return Optional.empty();
    }
    return count;
  }

  private Optional<Node> required(String key, MappingNode node, Entries entries) {
    Optional<Node> value = entries.get(key);
    if (value.isEmpty() && !RuleFilePlace.FLAPPING.keys().isMisspelt(key, entries)) {
      reader.error(
          Code.MISSING_KEY, reader.span(node), "'flapping' has no " + key, Optional.of(EXAMPLE));
    }
    return value;
  }
}
