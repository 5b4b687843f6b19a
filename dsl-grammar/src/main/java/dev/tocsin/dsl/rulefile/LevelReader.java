package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.yaml.Entries;
import dev.tocsin.dsl.yaml.NodeReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.Node;

/**
 * Reads the severities of a rule whose condition is a value: {@code warning: "> 2s"}, {@code
 * critical: "> 5s"}.
 */
final class LevelReader {
  /** The mildest first. */
  static final List<String> SEVERITIES = List.of("info", "warning", "critical");

  private static final Pattern OPERATOR = Pattern.compile("\\s*(>=|<=|>|<)");
  private static final Map<String, CompareOperator> OPERATORS =
      Map.of(
          ">", CompareOperator.GREATER,
          ">=", CompareOperator.GREATER_OR_EQUAL,
          "<", CompareOperator.LESS,
          "<=", CompareOperator.LESS_OR_EQUAL);

  private final NodeReader reader;
  private final ExpressionReader values;

  LevelReader(NodeReader reader) {
    this.reader = reader;
    this.values =
        new ExpressionReader(reader, "a value such as p95_latency", ConditionParser::metric);
  }

  /** Whether a rule has a severity that is a key. */
  static boolean isIn(Entries entries) {
    return SEVERITIES.stream().anyMatch(severity -> entries.get(severity).isPresent());
  }

  /** The value that is compared; nothing where it is no value. */
  Optional<Expr> value(Node node, Entries entries) {
    String first =
        SEVERITIES.stream().filter(each -> entries.get(each).isPresent()).findFirst().orElse("");
    Optional<Fragment> text = reader.fragment(node, "a value such as p95_latency");
    if (text.isPresent() && ConditionParser.condition(text.get(), new Diagnostics()).isPresent()) {
      reader.error(
          Code.SEVERITIES_CONFLICT,
          text.get().span(),
          "with '" + first + ":' the condition is a value, and this compares it already",
          Optional.of("as in: condition: p95_latency, " + first + ": \"> 2s\""));
      return Optional.empty();
    }
    return values.read(node);
  }

  /** All that can be read, the mildest first. */
  List<SeverityLevel> read(Expr value, Entries entries) {
    List<SeverityLevel> levels = new ArrayList<>();
    for (String severity : SEVERITIES) {
      entries
          .get(severity)
          .flatMap(node -> reader.fragment(node, example(severity)))
          .flatMap(text -> comparison(severity, value, text))
          .ifPresent(levels::add);
    }
    return List.copyOf(levels);
  }

  private static String example(String severity) {
    return "a comparison such as " + severity + ": \"> 2s\"";
  }

  private Optional<SeverityLevel> comparison(String severity, Expr value, Fragment text) {
    Span span = text.span();
    Matcher operator = OPERATOR.matcher(text.text());
    if (!operator.lookingAt() || text.from(operator.end()).text().isBlank()) {
      reader.error(
          Code.WRONG_KIND,
          span,
          "expected >, >=, < or <= and a number, found '" + text.text().strip() + "'",
          Optional.of("write " + severity + ": \"> 2s\", in quotes"));
      return Optional.empty();
    }
    Optional<Expr> constant =
        ConditionParser.metric(text.from(operator.end()), reader.diagnostics());
    if (constant.filter(expr -> !isConstant(expr)).isPresent()) {
      reader.error(
          Code.WRONG_KIND,
          constant.get().span(),
          "a severity begins at a number",
          Optional.of("compare other values in the condition of a rule for each severity"));
      return Optional.empty();
    }
    return constant.map(
        number ->
            new SeverityLevel(
                new Located<>(severity, span),
                new Expr.Comparison(
                    value,
                    Objects.requireNonNull(OPERATORS.get(operator.group(1))),
                    number,
                    span)));
  }

  private static boolean isConstant(Expr expr) {
    return expr instanceof Expr.NumberLiteral
        || (expr instanceof Expr.Negation negation && isConstant(negation.operand()))
        || (expr instanceof Expr.Arithmetic arithmetic
            && isConstant(arithmetic.left())
            && isConstant(arithmetic.right()));
  }
}
