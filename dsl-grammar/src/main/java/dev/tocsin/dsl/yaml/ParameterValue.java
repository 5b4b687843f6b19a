package dev.tocsin.dsl.yaml;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.NumberText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * What a parameter stands for.
 *
 * @param kind as it is written; what stands in quotes is a text
 * @param texts of a list each, else the only one
 * @param span where it was written
 */
public record ParameterValue(ParameterKind kind, List<String> texts, Span span) {
  private static final int LONGEST = 1_000;
  private static final int MOST = 100;

  public ParameterValue {
    texts = List.copyOf(texts);
  }

  /** Reads one; what is none is reported. */
  public static Optional<ParameterValue> read(Node node, NodeReader reader) {
    List<Located<String>> texts = reader.texts(node, "a text, a number or a list of texts");
    boolean list = node instanceof SequenceNode;
    if (texts.isEmpty() && !list) {
      return Optional.empty();
    }
    if (texts.size() > MOST || texts.stream().anyMatch(text -> text.value().length() > LONGEST)) {
      reader.error(
          Code.YAML_LIMIT,
          reader.span(node),
          "the value is too long: at most %d texts of %d characters".formatted(MOST, LONGEST),
          Optional.empty());
      return Optional.empty();
    }
    return Optional.of(
        new ParameterValue(
            list ? ParameterKind.LIST : kind(node),
            texts.stream().map(Located::value).toList(),
            reader.span(node)));
  }

  private static ParameterKind kind(Node node) {
    boolean plain =
        node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.PLAIN;
    return plain ? ParameterKind.of(((ScalarNode) node).getValue()) : ParameterKind.TEXT;
  }

  /** Whether it can stand where a kind is expected. */
  public boolean fits(ParameterKind expected) {
    return expected.takes(kind);
  }

  /**
   * How large it is among those of its kind: a duration in nanoseconds, others in the unit they are
   * written with; empty where the kind is not numeric.
   */
  public Optional<BigDecimal> size() {
    if (!kind.isNumeric()) {
      return Optional.empty();
    }
    String written = texts.get(0);
    boolean negative = written.startsWith("-");
    return NumberText.read(negative ? written.substring(1) : written)
            instanceof NumberText.Reading.Value number
        ? Optional.of(negative ? size(number).negate() : size(number))
        : Optional.empty();
  }

  private static BigDecimal size(NumberText.Reading.Value number) {
    return NumberText.inNanoseconds(number.value(), number.unit()).orElse(number.value());
  }

  /** As an author would write it. */
  public String written() {
    return kind == ParameterKind.LIST
        ? texts.stream().collect(Collectors.joining(", ", "[", "]"))
        : texts.get(0).isEmpty() ? "\"\"" : texts.get(0);
  }
}
