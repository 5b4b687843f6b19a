package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads fields and what they are to be. */
final class FieldsReader {
  private final NodeReader reader;
  private final NumberReader numbers;

  FieldsReader(NodeReader reader) {
    this.reader = reader;
    this.numbers = new NumberReader(reader);
  }

  /** A mapping of at least one field. */
  List<FieldDefinition> fields(Node node, String example) {
    List<FieldDefinition> fields = new ArrayList<>();
    reader
        .mapping(node, "fields and values", example)
        .ifPresent(
            mapping -> {
              if (mapping.getValue().isEmpty()) {
                none(node, "no field is named", example);
              }
              reader.forEachEntry(
                  node, "fields", (name, value) -> field(name, value).ifPresent(fields::add));
            });
    return fields;
  }

  Optional<FieldDefinition> field(Located<String> name, Node node) {
    return value(node).map(value -> new FieldDefinition(name, value));
  }

  Optional<FieldValue> value(Node node) {
    if (node instanceof SequenceNode) {
      List<Located<String>> texts = reader.texts(node, "a value");
      if (texts.isEmpty()) {
        none(node, "the list is empty", "name values to be taken in turn: [a, b]");
        return Optional.empty();
      }
      return Optional.of(new FieldValue.InTurn(texts, reader.span(node)));
    }
    if (node instanceof MappingNode) {
      return weighted(node);
    }
    return reader.text(node, "a value").map(FieldValue.One::new);
  }

  private Optional<FieldValue> weighted(Node node) {
    List<FieldValue.Choice> choices = new ArrayList<>();
    reader.forEachEntry(
        node,
        "values and weights",
        (text, weight) ->
            numbers
                .weight(weight)
                .ifPresent(found -> choices.add(new FieldValue.Choice(text, found.value()))));
    if (choices.isEmpty()) {
      none(node, "nothing can be drawn", "as in: {ok: 90%, error: 10%}");
      return Optional.empty();
    }
    return Optional.of(new FieldValue.Weighted(choices, reader.span(node)));
  }

  private void none(Node node, String message, String hint) {
    reader.error(Code.MISSING_KEY, reader.span(node), message, Optional.of(hint));
  }
}
