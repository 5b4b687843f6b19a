package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Fills the values of parameters in where {@code $(name)} stands, before anything else is read. A
 * list takes the place of a whole value, or of an element of a list. {@code $$(name)} stays, with
 * one dollar sign. What was filled in lies where its placeholder was written.
 */
public final class Placeholders {
  private static final Pattern PLACEHOLDER =
      Pattern.compile("\\$?\\$\\(([A-Za-z_][A-Za-z0-9_]*)\\)");

  /** Characters of all that is filled in. */
  private static final int MOST = YamlLimits.LONGEST;

  /** What an element of a list counts besides its text. */
  private static final int NODE = 50;

  private final Map<String, ParameterValue> values;
  private final Set<String> declared;
  private final NodeReader reader;
  private final Resolver resolver = new Resolver();
  private final IdentityHashMap<Node, Node> done = new IdentityHashMap<>();
  private int left = MOST;
  private final Set<String> used = new HashSet<>();
  private boolean complete = true;

  /**
   * @param values by the name of the parameter
   * @param declared also those that have no value, which is reported elsewhere
   */
  public Placeholders(Map<String, ParameterValue> values, Set<String> declared, NodeReader reader) {
    this.values = Map.copyOf(values);
    this.declared = Set.copyOf(declared);
    this.reader = reader;
  }

  /**
   * Changes what stands below the keys of a mapping, but not below one of them; whether there was a
   * value for every placeholder.
   */
  public boolean fillAllBut(String key, MappingNode root) {
    root.setValue(
        root.getValue().stream().map(tuple -> isKey(key, tuple) ? tuple : filled(tuple)).toList());
    return complete;
  }

  /** The names of the parameters that stood somewhere, with a value or without. */
  public Set<String> used() {
    return Set.copyOf(used);
  }

  private static boolean isKey(String key, NodeTuple tuple) {
    return tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key);
  }

  private NodeTuple filled(NodeTuple tuple) {
    return new NodeTuple(filled(tuple.getKeyNode()), filled(tuple.getValueNode()));
  }

  /** Each node once, so that what aliases share stays shared. */
  private Node filled(Node node) {
    Node known = done.get(node);
    if (known != null) {
      return known;
    }
    done.put(node, node);
    if (node instanceof MappingNode mapping) {
      mapping.setValue(mapping.getValue().stream().map(this::filled).toList());
    } else if (node instanceof SequenceNode list) {
      List<Node> elements =
          list.getValue().stream().flatMap(each -> elements(each).stream()).toList();
      list.getValue().clear();
      list.getValue().addAll(elements);
    } else if (node instanceof ScalarNode scalar && scalar.getValue().contains("$(")) {
      Node text = alone(scalar).map(list -> listed(scalar, list)).orElseGet(() -> text(scalar));
      done.put(node, text);
      return text;
    }
    return node;
  }

  private List<Node> elements(Node node) {
    Node filled = filled(node);
    boolean spliced = node instanceof ScalarNode && filled instanceof SequenceNode;
    return spliced ? ((SequenceNode) filled).getValue() : List.of(filled);
  }

  /** The list that takes the place of a whole scalar. */
  private Optional<ParameterValue> alone(ScalarNode scalar) {
    Matcher whole = PLACEHOLDER.matcher(scalar.getValue());
    if (!whole.matches() || whole.group().startsWith("$$")) {
      return Optional.empty();
    }
    used.add(whole.group(1));
    return Optional.ofNullable(values.get(whole.group(1)))
        .filter(value -> value.kind() == ParameterKind.LIST);
  }

  private Node listed(ScalarNode scalar, ParameterValue list) {
    List<Node> elements = new ArrayList<>();
    for (String text : list.texts()) {
      if (take(text.length() + NODE, reader.span(scalar))) {
        elements.add(scalar(scalar, Tag.STR, text, offsets(reader.spans().fragment(scalar), text)));
      }
    }
    return new SequenceNode(
        Tag.SEQ, true, elements, scalar.getStartMark(), scalar.getEndMark(), FlowStyle.FLOW);
  }

  private static int[] offsets(Fragment placeholder, String text) {
    int[] offsets = new int[text.length() + 1];
    Arrays.fill(offsets, placeholder.span().start());
    offsets[text.length()] = placeholder.span().end();
    return offsets;
  }

  private Node text(ScalarNode scalar) {
    Fragment before = reader.spans().fragment(scalar);
    FilledText filling = new FilledText(before);
    Matcher placeholder = PLACEHOLDER.matcher(before.text());
    boolean worded = false;
    int at = 0;
    while (placeholder.find()) {
      filling.copy(at, placeholder.start());
      at = placeholder.end();
      if (placeholder.group().startsWith("$$")) {
        filling.copy(placeholder.start() + 1, at);
      } else {
        Optional<ParameterValue> value = value(before, placeholder);
        worded |= value.filter(each -> each.kind() == ParameterKind.TEXT).isPresent();
        String text = value.map(each -> each.texts().get(0)).orElse(placeholder.group(1));
        filling.put(text, placeholder.start(), at);
      }
    }
    filling.copy(at, before.text().length());
    String text = filling.text();
    boolean resolved = scalar.getScalarStyle() == ScalarStyle.PLAIN && !worded;
    Tag tag = resolved ? resolver.resolve(NodeId.scalar, text, true) : scalar.getTag();
    return scalar(scalar, tag, text, filling.offsets());
  }

  private ScalarNode scalar(ScalarNode written, Tag tag, String text, int[] offsets) {
    ScalarNode node =
        new ScalarNode(
            tag, text, written.getStartMark(), written.getEndMark(), written.getScalarStyle());
    Fragment fragment = reader.spans().fragment(written);
    reader.spans().fill(node, Fragment.filled(fragment.source(), text, offsets));
    return node;
  }

  /** One for the middle of a text; what cannot stand there is reported. */
  private Optional<ParameterValue> value(Fragment text, Matcher placeholder) {
    String name = placeholder.group(1);
    used.add(name);
    ParameterValue value = values.get(name);
    complete &= value != null && value.kind() != ParameterKind.LIST;
    if (value == null && !declared.contains(name)) {
      reader.error(
          Code.UNKNOWN_PARAMETER,
          text.span(placeholder.start(), placeholder.end()),
          "there is no parameter '" + name + "' in this file",
          Suggestions.nearest(name, declared)
              .or(() -> Optional.of("declare it under 'parameters:', or write $$(" + name + ")")));
    }
    if (value != null && value.kind() == ParameterKind.LIST) {
      reader.error(
          Code.BAD_VALUE,
          text.span(placeholder.start(), placeholder.end()),
          "'" + name + "' is a list, which cannot stand inside a text",
          Optional.of("as in: channels: $(" + name + ")"));
      return Optional.empty();
    }
    return Optional.ofNullable(value)
        .filter(
            each ->
                take(
                    each.texts().get(0).length(),
                    text.span(placeholder.start(), placeholder.end())));
  }

  /** Whether so much more may be filled in; if not, it is told once. */
  private boolean take(int characters, Span place) {
    boolean had = left >= 0;
    left -= had ? characters : 0;
    if (had && left < 0) {
      reader.error(
          Code.YAML_LIMIT,
          place,
          "parameters make too much of this file: more than " + MOST + " characters",
          Optional.empty());
    }
    complete &= left >= 0;
    return left >= 0;
  }
}
