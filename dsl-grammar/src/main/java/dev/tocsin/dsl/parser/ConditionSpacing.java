package dev.tocsin.dsl.parser;

import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;

/**
 * The space between the words of the condition language. What it spaces has the same tokens as
 * before, so that numbers, quotes and parentheses stay as their author wrote them.
 */
public final class ConditionSpacing {
  private static final Set<Integer> NAMES =
      Set.of(
          ConditionGrammarLexer.NAME,
          ConditionGrammarLexer.PREVIOUS,
          ConditionGrammarLexer.BASELINE,
          ConditionGrammarLexer.MINUTE,
          ConditionGrammarLexer.HOUR,
          ConditionGrammarLexer.DAY,
          ConditionGrammarLexer.WEEK,
          ConditionGrammarLexer.MONTH);

  /** A sign behind one of these is between two operands. */
  private static final Set<Integer> ENDS =
      Set.of(
          ConditionGrammarLexer.NUMBER,
          ConditionGrammarLexer.STRING,
          ConditionGrammarLexer.TRUE,
          ConditionGrammarLexer.FALSE,
          ConditionGrammarLexer.RPAREN);

  private static final int NONE = Token.INVALID_TYPE;

  private ConditionSpacing() {}

  /** A condition, filter or metric without problems, spaced as the printer of trees does it. */
  public static String spaced(String text) {
    StringBuilder spaced = new StringBuilder();
    int before = NONE;
    boolean signed = false;
    for (Token token : wordsOf(text)) {
      int type = token.getType();
      if (before != NONE && !signed && isApart(before, type)) {
        spaced.append(' ');
      }
      spaced.append(token.getText());
      signed = type == ConditionGrammarLexer.MINUS && !endsOperand(before);
      before = type;
    }
    return spaced.toString();
  }

  private static List<Token> wordsOf(String text) {
    return Parse.tokens(text).stream().filter(token -> token.getType() != Token.EOF).toList();
  }

  private static boolean isApart(int before, int next) {
    return switch (next) {
      case ConditionGrammarLexer.RPAREN, ConditionGrammarLexer.COMMA -> false;
      case ConditionGrammarLexer.LPAREN -> before != ConditionGrammarLexer.LPAREN && !calls(before);
      default -> before != ConditionGrammarLexer.LPAREN;
    };
  }

  private static boolean calls(int before) {
    return NAMES.contains(before) || before == ConditionGrammarLexer.ABSENT;
  }

  private static boolean endsOperand(int type) {
    return NAMES.contains(type) || ENDS.contains(type);
  }
}
