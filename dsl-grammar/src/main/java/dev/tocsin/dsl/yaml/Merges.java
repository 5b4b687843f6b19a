package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.diagnostic.Code;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The mappings behind YAML's merge key {@code <<}. Each is read once, however many aliases of it
 * there are, so that mappings merged into mappings do not multiply.
 */
final class Merges {
  private static final int DEEPEST = 20;

  /** In characters read. */
  private static final int COST_OF_A_KEY = 16;

  private final NodeReader reader;
  private final IdentityHashMap<Node, Entries> read = new IdentityHashMap<>();
  private final Set<Node> open = Collections.newSetFromMap(new IdentityHashMap<>());

  Merges(NodeReader reader) {
    this.reader = reader;
  }

  /** One mapping or a list of them, those in front first. */
  void read(NodeTuple merge, Consumer<Entries> action) {
    if (merge.getValueNode() instanceof SequenceNode list) {
      list.getValue().forEach(element -> one(element, merge.getKeyNode()).ifPresent(action));
    } else {
      one(merge.getValueNode(), merge.getKeyNode()).ifPresent(action);
    }
  }

  private Optional<Entries> one(Node node, Node key) {
    if (!(node instanceof MappingNode mapping)) {
      reader.error(
          Code.WRONG_KIND,
          reader.span(key),
          "expected a mapping behind '<<', found " + NodeReader.kind(node),
          Optional.of("as in: <<: *base, where &base names a mapping"));
      return Optional.empty();
    }
    Entries known = read.get(node);
    if (known == null && open.size() == DEEPEST) {
      reader.error(
          Code.YAML_LIMIT,
          reader.span(key),
          "too many mappings merged into each other: at most " + DEEPEST,
          Optional.empty());
      return Optional.empty();
    }
    if (known == null && !open.add(node)) {
      reader.error(
          Code.WRONG_KIND, reader.span(key), "a mapping is merged into itself", Optional.empty());
      return Optional.empty();
    }
    if (known == null) {
      known = Entries.of(mapping, reader);
      read.put(node, known);
      open.remove(node);
    }
    boolean affordable = reader.budget().take(COST_OF_A_KEY * known.size(), node);
    return affordable ? Optional.of(known) : Optional.empty();
  }
}
