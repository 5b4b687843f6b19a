package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads nodes as what is expected of them; what they are not is reported and left out. */
final class NodeReader {
  private final NodeSpans spans;
  private final Diagnostics diagnostics;

  NodeReader(NodeSpans spans, Diagnostics diagnostics) {
    this.spans = spans;
    this.diagnostics = diagnostics;
  }

  NodeSpans spans() {
    return spans;
  }

  Diagnostics diagnostics() {
    return diagnostics;
  }

  Optional<MappingNode> mapping(Node node, String expected, String hint) {
    if (node instanceof MappingNode mapping && isPlainTag(node)) {
      return Optional.of(mapping);
    }
    wrongKind(node, expected, Optional.of(hint));
    return Optional.empty();
  }

  Optional<SequenceNode> list(Node node, String expected, String hint) {
    if (node instanceof SequenceNode list && isPlainTag(node)) {
      return Optional.of(list);
    }
    wrongKind(node, expected, Optional.of(hint));
    return Optional.empty();
  }

  /** A text; numbers and the like are taken as they are written. */
  Optional<Located<String>> text(Node node, String expected) {
    if (node instanceof ScalarNode scalar && !isNull(node) && isPlainTag(node)) {
      return Optional.of(new Located<>(scalar.getValue(), spans.span(node)));
    }
    wrongKind(node, expected, Optional.empty());
    return Optional.empty();
  }

  /** A text in the condition language. Nothing at all is an empty text. */
  Optional<Fragment> fragment(Node node, String expected) {
    if (node instanceof ScalarNode scalar && isPlainTag(node)) {
      return Optional.of(
          isNull(node) && scalar.getValue().isEmpty()
              ? Fragment.of(span(node).source(), span(node).start(), span(node).start())
              : spans.fragment(scalar));
    }
    wrongKind(node, expected, Optional.empty());
    return Optional.empty();
  }

  Optional<Boolean> bool(Node node) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Optional.of(
          List.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT)));
    }
    wrongKind(node, "true or false", Optional.empty());
    return Optional.empty();
  }

  /** A list of texts, or one alone. */
  List<Located<String>> texts(Node node, String expected) {
    if (!(node instanceof SequenceNode list && isPlainTag(node))) {
      return text(node, expected).map(List::of).orElse(List.of());
    }
    List<Located<String>> texts = new ArrayList<>();
    for (Node element : list.getValue()) {
      text(element, expected).ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }

  /** A mapping from names to texts, in the order of the file. */
  Map<String, Located<String>> textsByName(Node node, String expected) {
    Map<String, Located<String>> texts = new LinkedHashMap<>();
    mapping(node, expected, "as in: {team: search}")
        .ifPresent(
            mapping ->
                Entries.of(mapping, this)
                    .forEach(
                        (key, value) ->
                            text(value, "a text").ifPresent(text -> texts.put(key.value(), text))));
    return Collections.unmodifiableMap(texts);
  }

  Span span(Node node) {
    return spans.span(node);
  }

  void error(Code code, Span span, String message, Optional<String> hint) {
    diagnostics.error(code, span, message, hint);
  }

  private void wrongKind(Node node, String expected, Optional<String> hint) {
    Optional<String> shown =
        isPlainTag(node) ? hint : Optional.of("'!' begins a YAML tag: put the text in quotes");
    error(Code.WRONG_KIND, span(node), "expected " + expected + ", found " + kind(node), shown);
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }

  private static boolean isPlainTag(Node node) {
    return node.getTag().startsWith(Tag.PREFIX);
  }

  private static String kind(Node node) {
    if (!isPlainTag(node)) {
      return "the tag '" + node.getTag().getValue() + "'";
    }
    if (isNull(node)) {
      return "nothing";
    }
    return switch (node.getNodeId()) {
      case mapping -> "a mapping";
      case sequence -> "a list";
      default -> "a single text";
    };
  }
}
