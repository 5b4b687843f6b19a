package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.routing.MatchOperator;
import dev.tocsin.dsl.routing.MatcherDefinition;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads {@code match:}, a list of texts, one text, or a mapping of labels to values. */
final class MatcherReader {
  private static final String EXPECTED = "a matcher such as severity = critical";

  private final NodeReader reader;

  MatcherReader(NodeReader reader) {
    this.reader = reader;
  }

  List<MatcherDefinition> read(Node node) {
    List<MatcherDefinition> matchers = new ArrayList<>();
    if (node instanceof MappingNode) {
      reader.forEachEntry(
          node,
          "a mapping of labels",
          (label, value) -> equal(label, value).ifPresent(matchers::add));
    } else if (node instanceof SequenceNode list) {
      list.getValue().forEach(element -> matchers.addAll(texts(element)));
    } else {
      matchers.addAll(texts(node));
    }
    return matchers;
  }

  /** At least one; that there is none is reported. */
  List<MatcherDefinition> atLeastOne(Node node) {
    if (node instanceof SequenceNode list && list.getValue().isEmpty()) {
      reader.error(
          Code.BAD_MATCHER,
          reader.span(node),
          "there is no matcher, which would match every alert",
          Optional.of("as in: [severity = critical]"));
    }
    return read(node);
  }

  private List<MatcherDefinition> texts(Node node) {
    return reader
        .fragment(node, EXPECTED)
        .map(text -> MatcherText.read(text, reader.diagnostics()))
        .orElse(List.of());
  }

  private Optional<MatcherDefinition> equal(Located<String> label, Node value) {
    Optional<Fragment> text = reader.fragment(value, "a text");
    return text.map(equal -> new MatcherDefinition(label, MatchOperator.EQUAL, equal));
  }
}
