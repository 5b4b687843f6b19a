package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A mapping with known keys.
 *
 * @param entries its keys and values
 * @param place which keys it may have
 * @param example a right one, for hints
 * @param span the whole of it
 */
public record KeyedMapping(
    Entries entries, KnownKeys place, String example, Span span, NodeReader reader) {

  /** Reads one, and reports the keys that it may not have. */
  public static Optional<KeyedMapping> read(
      Node node, KnownKeys place, String example, NodeReader reader) {
    return reader
        .mapping(node, place.owner(), example)
        .map(
            mapping -> {
              Entries entries = Entries.of(mapping, reader);
              place.check(entries, reader);
              return new KeyedMapping(entries, place, example, reader.span(node), reader);
            });
  }

  /** Reads a list of them, and what can be made of each. */
  public static <T> List<T> list(
      Node node,
      KnownKeys place,
      String plural,
      String example,
      NodeReader reader,
      Function<KeyedMapping, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    reader
        .list(node, "a list of " + plural, example)
        .ifPresent(
            list ->
                list.getValue()
                    .forEach(
                        element ->
                            read(element, place, example, reader)
                                .flatMap(read)
                                .ifPresent(all::add)));
    return all;
  }

  public Optional<Node> get(String key) {
    return entries.get(key);
  }

  /** The value of a key; that it is missing is reported. */
  public Optional<Node> required(String key) {
    Optional<Node> value = entries.get(key);
    if (value.isEmpty() && !place.isMisspelt(key, entries)) {
      reader.error(
          Code.MISSING_KEY, span, place.owner() + " needs '" + key + "'", Optional.of(example));
    }
    return value;
  }
}
