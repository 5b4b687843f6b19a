package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.dsl.template.TemplateKind;
import dev.tocsin.dsl.template.TemplateParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads nodes as what is expected of them; what they are not is reported and left out. */
public final class NodeReader {
  private final NodeSpans spans;
  private final Diagnostics diagnostics;

  /** Characters of all values together; of the expressions that are read again, fewer. */
  private static final long MOST_TEXT = 4L * YamlLimits.LONGEST;

  private static final long MOST_REPEATED = 1_000_000;

  private static final int MOST_HINTS = 1_000;

  private final Merges merges = new Merges(this);
  private final ReadingBudget budget;
  private final ReadingBudget repeats;
  private final Set<Span> told = new HashSet<>();

  public NodeReader(NodeSpans spans, Diagnostics diagnostics) {
    this.spans = spans;
    this.diagnostics = diagnostics;
    this.budget = new ReadingBudget(spans, diagnostics, MOST_TEXT);
    this.repeats = new ReadingBudget(spans, diagnostics, MOST_REPEATED);
  }

  public Merges merges() {
    return merges;
  }

  public ReadingBudget budget() {
    return budget;
  }

  public ReadingBudget repeats() {
    return repeats;
  }

  public NodeSpans spans() {
    return spans;
  }

  public Diagnostics diagnostics() {
    return diagnostics;
  }

  public Optional<MappingNode> mapping(Node node, String expected, String hint) {
    if (node instanceof MappingNode mapping && isPlainTag(node)) {
      return Optional.of(mapping);
    }
    wrongKind(node, expected, Optional.of(hint));
    return Optional.empty();
  }

  public Optional<SequenceNode> list(Node node, String expected, String hint) {
    if (node instanceof SequenceNode list && isPlainTag(node)) {
      return Optional.of(list);
    }
    wrongKind(node, expected, Optional.of(hint));
    return Optional.empty();
  }

  /** A text; numbers and the like are taken as they are written. */
  public Optional<Located<String>> text(Node node, String expected) {
    return written(node, expected)
        .filter(scalar -> budget.take(scalar.getValue().length(), node))
        .filter(
            scalar ->
                !scalar.getValue().contains("${")
                    || isFree(spans.fragment(scalar), EnvironmentVariables.WRITE_IT))
        .map(scalar -> new Located<>(scalar.getValue(), spans.span(node)));
  }

  /** A text with placeholders that is filled in from an alert. */
  public Optional<Template> template(Node node) {
    return template(node, TemplateKind.ALERT);
  }

  /** A text with placeholders. */
  public Optional<Template> template(Node node, TemplateKind kind) {
    if (node instanceof MappingNode flow && flow.getFlowStyle() == FlowStyle.FLOW) {
      String hint = "put a text that begins with a brace in quotes: \"{{ value }}\"";
      wrongKind(node, "a text", Optional.of(hint));
      return Optional.empty();
    }
    return written(node, "a text")
        .filter(scalar -> budget.take(scalar.getValue().length(), node))
        .map(spans::fragment)
        .filter(text -> isFree(text, EnvironmentVariables.OR_QUOTE_IT))
        .flatMap(text -> TemplateParser.parse(text, kind, diagnostics));
  }

  /** A text in the condition language. Nothing at all is an empty text. */
  public Optional<Fragment> fragment(Node node, String expected) {
    if (node instanceof ScalarNode scalar && isPlainTag(node)) {
      if (isNull(node) && scalar.getValue().isEmpty()) {
        return Optional.of(
            Fragment.of(span(node).source(), span(node).start(), span(node).start()));
      }
      return Optional.of(scalar)
          .filter(text -> budget.take(text.getValue().length(), node))
          .map(spans::fragment)
          .filter(text -> isFree(text, EnvironmentVariables.WRITE_IT));
    }
    wrongKind(node, expected, Optional.empty());
    return Optional.empty();
  }

  public Optional<Boolean> bool(Node node) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Optional.of(
          List.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT)));
    }
    wrongKind(node, "true or false", Optional.empty());
    return Optional.empty();
  }

  /** A list of texts, or one alone. */
  public List<Located<String>> texts(Node node, String expected) {
    if (!(node instanceof SequenceNode list && isPlainTag(node))) {
      return text(node, expected).map(List::of).orElse(List.of());
    }
    List<Located<String>> texts = new ArrayList<>();
    for (Node element : list.getValue()) {
      text(element, expected).ifPresent(texts::add);
    }
    return List.copyOf(texts);
  }

  /** Each name of a mapping, in the order of the file. */
  public void forEachEntry(Node node, String expected, BiConsumer<Located<String>, Node> action) {
    mapping(node, expected, "as in: {team: search}")
        .ifPresent(mapping -> Entries.of(mapping, this).forEach(action));
  }

  /** Whether it is asked of this place for the first time; merged keys come again and again. */
  public boolean isFirst(Span span) {
    return told.add(span);
  }

  /** Whether so much is wrong that looking for what was meant takes longer than it helps. */
  public boolean isHopeless() {
    return told.size() > MOST_HINTS;
  }

  public Span span(Node node) {
    return spans.span(node);
  }

  public void error(Code code, Span span, String message, Optional<String> hint) {
    diagnostics.error(code, span, message, hint);
  }

  private boolean isFree(Fragment text, String hint) {
    return EnvironmentVariables.free(text, hint, diagnostics);
  }

  private Optional<ScalarNode> written(Node node, String expected) {
    if (node instanceof ScalarNode scalar && !isNull(node) && isPlainTag(node)) {
      return Optional.of(scalar);
    }
    wrongKind(node, expected, Optional.empty());
    return Optional.empty();
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

  public static String kind(Node node) {
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
