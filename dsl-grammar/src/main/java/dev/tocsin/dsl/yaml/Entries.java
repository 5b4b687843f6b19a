package dev.tocsin.dsl.yaml;

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
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The keys and values of a mapping, each key once; a second one is reported and left out. The
 * entries of mappings that are merged with {@code <<} come behind its own.
 */
public final class Entries {
  private static final int MOST_KEYS = 1_000;

  private record Entry(Located<String> key, Node value, boolean merged) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();

  /** Of nothing. */
  public static final Entries NONE = new Entries();

  private Entries() {}

  public static Entries of(MappingNode mapping, NodeReader reader) {
    return of(mapping, reader, MOST_KEYS, Code.DUPLICATE_KEY, "key");
  }

  /** With the code and the word for what stands there twice. */
  public static Entries of(
      MappingNode mapping, NodeReader reader, int most, Code duplicate, String noun) {
    Entries entries = new Entries();
    if (mapping.getValue().size() > most) {
      reader.error(
          Code.YAML_LIMIT,
          reader.span(mapping.getValue().get(most).getKeyNode()),
          "too many keys: at most " + most,
          Optional.empty());
      return entries;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (isMerge(tuple)) {
        continue;
      }
      if (tuple.getKeyNode() instanceof ScalarNode key) {
        Located<String> name = new Located<>(key.getValue(), reader.span(key));
        entries.add(new Entry(name, tuple.getValueNode(), false), reader, duplicate, noun);
      } else {
        reader.error(
            Code.WRONG_KIND,
            reader.span(tuple.getKeyNode()),
            "expected a key, found a list or a mapping",
            Optional.of("put texts that begin with { or [ in quotes"));
      }
    }
    mapping.getValue().stream()
        .filter(Entries::isMerge)
        .forEach(merge -> reader.merges().read(merge, entries::merge));
    return entries;
  }

  private static boolean isMerge(NodeTuple tuple) {
    return tuple.getKeyNode().getTag().equals(Tag.MERGE);
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

  private void merge(Entries other) {
    other.entries.forEach(
        (key, entry) -> entries.putIfAbsent(key, new Entry(entry.key(), entry.value(), true)));
  }

  public int size() {
    return entries.size();
  }

  public Optional<Node> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  public Stream<String> keys() {
    return entries.keySet().stream();
  }

  /** Those that are not its own. */
  public Stream<String> mergedKeys() {
    return entries.values().stream().filter(Entry::merged).map(entry -> entry.key().value());
  }

  public void forEach(BiConsumer<Located<String>, Node> action) {
    entries.values().forEach(entry -> action.accept(entry.key(), entry.value()));
  }
}
