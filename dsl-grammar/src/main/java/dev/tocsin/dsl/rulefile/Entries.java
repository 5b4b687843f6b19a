package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The keys and values of a mapping, each key once; a second one is reported and left out. */
final class Entries {
  private record Entry(Located<String> key, Node value) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private Entries() {}

  static Entries of(MappingNode mapping, NodeReader reader) {
    return of(mapping, reader, Code.DUPLICATE_KEY, "key");
  }

  /** With the code and the word for what stands there twice. */
  static Entries of(MappingNode mapping, NodeReader reader, Code duplicate, String noun) {
    Entries entries = new Entries();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        Located<String> name = new Located<>(key.getValue(), reader.span(key));
        entries.add(new Entry(name, tuple.getValueNode()), reader, duplicate, noun);
      } else {
        reader.error(
            Code.WRONG_KIND,
            reader.span(tuple.getKeyNode()),
            "expected a key, found a list or a mapping",
            Optional.of("put texts that begin with { or [ in quotes"));
      }
    }
    return entries;
  }

  private void add(Entry entry, NodeReader reader, Code duplicate, String noun) {
    Entry first = entries.putIfAbsent(entry.key().value(), entry);
    if (first != null) {
      int line = first.key().span().source().line(first.key().span().start());
      reader.error(
          duplicate,
          entry.key().span(),
          "duplicate " + noun + " '" + entry.key().value() + "', first in line " + line,
          Optional.empty());
    }
  }

  Optional<Node> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  Stream<String> keys() {
    return entries.keySet().stream();
  }

  void forEach(BiConsumer<Located<String>, Node> action) {
    entries.values().forEach(entry -> action.accept(entry.key(), entry.value()));
  }
}
