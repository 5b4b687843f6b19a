package dev.tocsin.dsl.format;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.parser.ConditionParser;
import dev.tocsin.dsl.parser.ConditionSpacing;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.ExprPrinter;
import java.util.Optional;
import java.util.stream.Stream;

/** Texts in the condition language. */
final class Expressions {
  private Expressions() {}

  /** With canonical spaces where it is an expression, else as it is. */
  static String spaced(String text, Place place) {
    return meaning(text, place).isPresent() ? ConditionSpacing.spaced(text) : text;
  }

  /** Equal for two expressions that mean the same; empty where it is none. */
  static Optional<String> meaning(String text, Place place) {
    Diagnostics problems = new Diagnostics();
    Fragment fragment = Fragment.whole(new Source("<expression>", text));
    return switch (place) {
      // beside severities a condition is a value
      case CONDITION ->
          Stream.of(
                  ConditionParser.condition(fragment, problems),
                  ConditionParser.metric(fragment, problems))
              .flatMap(Optional::stream)
              .findFirst()
              .map(ExprPrinter::print);
      case FILTER -> print(ConditionParser.filter(fragment, problems));
      case EXPRESSION -> print(ConditionParser.metric(fragment, problems));
      default -> Optional.empty();
    };
  }

  private static Optional<String> print(Optional<Expr> expression) {
    return expression.map(ExprPrinter::print);
  }
}
