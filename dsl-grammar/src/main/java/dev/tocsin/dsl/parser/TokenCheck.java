package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.NumberText;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Reports every token that is wrong wherever it stands. */
final class TokenCheck {
  private TokenCheck() {}

  static void check(List<Token> tokens, Problems problems) {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      switch (token.getType()) {
        case ConditionGrammarLexer.NUMBER -> number(token, problems);
        case ConditionGrammarLexer.STRING -> TextLiteral.check(token, problems);
        case ConditionGrammarLexer.UNCLOSED ->
            problems.error(
                Code.UNCLOSED_TEXT,
                problems.spans().span(token, 0, 1),
                "the text that begins here is not closed",
                "put a " + token.getText().charAt(0) + " behind it, on the same line");
        case ConditionGrammarLexer.MISSPELT ->
            problems.error(
                Code.SYNTAX,
                problems.spans().span(token),
                "there is no '" + token.getText() + "'",
                "write '" + StrayCharacter.operator(token.getText()) + "'");
        case ConditionGrammarLexer.UNKNOWN ->
            problems.error(
                Code.UNKNOWN_CHARACTER,
                problems.spans().span(token),
                "unexpected character " + StrayCharacter.named(token.getText()),
                StrayCharacter.hint(tokens, i));
        default -> {
          // whether it may stand here is the parser's to say
        }
      }
    }
  }

  private static void number(Token token, Problems problems) {
    if (NumberText.read(token.getText()) instanceof NumberText.Reading.Problem problem) {
      problems.error(
          Code.BAD_LITERAL, problems.spans().span(token), problem.message(), problem.hint());
    }
  }
}
