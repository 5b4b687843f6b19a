package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.syntax.ArithmeticOperator;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberText;
import java.util.Arrays;
import org.antlr.v4.runtime.Token;

/** Single tokens as parts of the syntax tree. They are checked before. */
final class Literal {
  private Literal() {}

  static Expr of(Token token, TokenSpans spans) {
    return switch (token.getType()) {
      case ConditionGrammarLexer.NUMBER -> number(token, spans);
      case ConditionGrammarLexer.STRING ->
          new Expr.StringLiteral(TextLiteral.value(token), spans.span(token));
      default ->
          new Expr.BooleanLiteral(token.getType() == ConditionGrammarLexer.TRUE, spans.span(token));
    };
  }

  static Expr.NumberLiteral number(Token token, TokenSpans spans) {
    NumberText.Reading.Value number = (NumberText.Reading.Value) NumberText.read(token.getText());
    return new Expr.NumberLiteral(number.value(), number.unit(), spans.span(token));
  }

  static CompareOperator comparison(String symbol) {
    return Arrays.stream(CompareOperator.values())
        .filter(operator -> operator.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }

  static ArithmeticOperator arithmetic(String symbol) {
    return Arrays.stream(ArithmeticOperator.values())
        .filter(operator -> operator.symbol().equals(symbol))
        .findFirst()
        .orElseThrow();
  }
}
