package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.KeyedMapping;
import dev.tocsin.dsl.yaml.NodeReader;
import dev.tocsin.dsl.yaml.ParameterValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code include:}, a list of files and packs, or one alone. */
final class IncludeReader {
  private static final String EXAMPLE = "as in: {pack: slo-latency, parameters: {threshold: 3s}}";

  private final NodeReader reader;

  IncludeReader(NodeReader reader) {
    this.reader = reader;
  }

  List<Include> read(Node node) {
    return node instanceof SequenceNode list
        ? list.getValue().stream().flatMap(each -> include(each).stream()).toList()
        : include(node).stream().toList();
  }

  private Optional<Include> include(Node node) {
    return node instanceof MappingNode
        ? KeyedMapping.read(node, RuleFilePlace.INCLUDE.keys(), EXAMPLE, reader)
            .flatMap(this::include)
        : reader.text(node, "a file, or a pack as in: pack:starter").map(Include::new);
  }

  private Optional<Include> include(KeyedMapping written) {
    Map<Located<String>, ParameterValue> values =
        written.get("parameters").map(this::values).orElse(Map.of());
    if (written.get("file").isPresent() == written.get("pack").isPresent()) {
      reader.error(
          Code.MISSING_KEY,
          written.span(),
          "an include needs either 'file' or 'pack'",
          Optional.of(EXAMPLE));
      return Optional.empty();
    }
    return written
        .get("file")
        .flatMap(file -> reader.text(file, "a file"))
        .or(() -> written.get("pack").flatMap(this::pack))
        .map(name -> new Include(name, values));
  }

  private Optional<Located<String>> pack(Node node) {
    return reader
        .text(node, "the name of a pack")
        .map(name -> new Located<>(Packs.source(name.value()), name.span()));
  }

  private Map<Located<String>, ParameterValue> values(Node node) {
    Map<Located<String>, ParameterValue> values = new LinkedHashMap<>();
    reader.forEachEntry(
        node,
        "a mapping of parameters",
        (name, value) ->
            ParameterValue.read(value, reader).ifPresent(read -> values.put(name, read)));
    return values;
  }
}
