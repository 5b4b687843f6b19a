package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberText.Reading;
import dev.tocsin.dsl.syntax.NumberText.Reading.Value;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.dsl.testfile.Expectation.Amount;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.Optional;
import org.yaml.snakeyaml.nodes.Node;

/** Reads numbers with units: {@code 812ms}, {@code $8.89}, {@code 5%}, {@code -0.2}. */
final class AmountReader {
  private final NodeReader reader;

  AmountReader(NodeReader reader) {
    this.reader = reader;
  }

  /** A number and how much it may differ. */
  Optional<Amount> read(Node node, Optional<Node> tolerance) {
    Optional<Value> most = tolerance.flatMap(this::positive);
    Optional<Value> value =
        number(node)
            .map(text -> text.startsWith("-") ? text.substring(1) : text)
            .flatMap(text -> value(node, text));
    if (value.isPresent() && most.isPresent() && !isLike(most.get(), value.get())) {
      reader.error(
          Code.BAD_LITERAL,
          reader.span(tolerance.orElse(node)),
          "a tolerance of another unit than the value",
          Optional.of("write it in the unit of the value, or as a share of it: 5%"));
      return Optional.empty();
    }
    return value.map(of -> new Amount(of, isNegative(node), most, reader.span(node)));
  }

  private static boolean isLike(Value tolerance, Value value) {
    NumberUnit unit = tolerance.unit();
    return unit == NumberUnit.NONE
        || unit == NumberUnit.PERCENT
        || unit == value.unit()
        || (NumberText.isTime(unit) && NumberText.isTime(value.unit()));
  }

  private Optional<Value> positive(Node node) {
    return number(node).flatMap(text -> value(node, text));
  }

  private boolean isNegative(Node node) {
    return number(node).filter(text -> text.startsWith("-")).isPresent();
  }

  private Optional<String> number(Node node) {
    return reader
        .text(node, "a number such as 0.4, 812ms, $8.89 or 5%")
        .map(Located::value)
        .map(String::strip);
  }

  private Optional<Value> value(Node node, String text) {
    Reading reading = NumberText.read(text);
    if (reading instanceof Value value) {
      return Optional.of(value);
    }
    Reading.Problem problem = (Reading.Problem) reading;
    reader.error(Code.BAD_LITERAL, reader.span(node), problem.message(), problem.hint());
    return Optional.empty();
  }
}
