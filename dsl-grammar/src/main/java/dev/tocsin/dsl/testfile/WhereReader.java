package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code where:} of a fault: a statement of the condition language, or fields and values. */
final class WhereReader {
  private static final String EXAMPLE = "as in: {model: gpt-4o}";

  private final NodeReader reader;
  private final IdentityHashMap<Node, Optional<FaultDefinition.Where>> read =
      new IdentityHashMap<>();

  WhereReader(NodeReader reader) {
    this.reader = reader;
  }

  /** Each node once, however many aliases of it there are. */
  Optional<FaultDefinition.Where> read(Node node) {
    Optional<FaultDefinition.Where> known = read.get(node);
    if (known != null) {
      boolean affordable = known.isEmpty() || reader.repeats().take(length(known.get()), node);
      return affordable ? known : Optional.empty();
    }
    Optional<FaultDefinition.Where> where = parsed(node);
    read.put(node, where);
    return where;
  }

  private static int length(FaultDefinition.Where where) {
    return where.span().end() - where.span().start();
  }

  private Optional<FaultDefinition.Where> parsed(Node node) {
    if (node instanceof MappingNode mapping) {
      return fields(mapping);
    }
    return reader
        .fragment(node, "fields and values, or a statement such as model == \"gpt-4o\"")
        .flatMap(text -> ConditionParser.filter(text, reader.diagnostics()))
        .map(FaultDefinition.Formula::new);
  }

  private Optional<FaultDefinition.Where> fields(MappingNode node) {
    List<FaultDefinition.Among> fields = new ArrayList<>();
    reader.forEachEntry(
        node, "fields and values", (name, values) -> among(name, values).ifPresent(fields::add));
    if (node.getValue().isEmpty()) {
      reader.error(Code.MISSING_KEY, reader.span(node), "no field is named", Optional.of(EXAMPLE));
    }
    return fields.isEmpty()
        ? Optional.empty()
        : Optional.of(new FaultDefinition.Fields(fields, reader.span(node)));
  }

  private Optional<FaultDefinition.Among> among(Located<String> name, Node values) {
    List<Located<String>> texts = reader.texts(values, "a value, or a list of values");
    if (texts.isEmpty()) {
      reader.error(
          Code.MISSING_KEY,
          name.span(),
          "no value of '" + name.value() + "'",
          Optional.of(EXAMPLE));
      return Optional.empty();
    }
    return Optional.of(new FaultDefinition.Among(name, texts));
  }
}
