package dev.tocsin.dsl.parser;

import java.util.List;
import org.antlr.v4.runtime.Token;

/** The words of the language. */
final class Keywords {
  private Keywords() {}

  /** Whether a text is one word that cannot be a name by itself. */
  static boolean isReserved(String text) {
    List<Token> tokens = Parse.tokens(text);
    int type = tokens.get(0).getType();
    return tokens.size() == 2
        && type >= ConditionGrammarLexer.OR
        && type <= ConditionGrammarLexer.ABSENT;
  }
}
