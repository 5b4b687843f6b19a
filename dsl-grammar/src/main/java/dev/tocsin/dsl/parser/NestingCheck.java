package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.diagnostic.Code;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/**
 * Bounds how deep a tree can become, before anything recursive runs: the parser, and whoever walks
 * the tree later. Parentheses and prefix operators nest to the right, chains of arithmetic to the
 * left.
 */
final class NestingCheck {
  private static final int DEEPEST = 100;
  private static final int MOST_ARITHMETIC = 500;

  private NestingCheck() {}

  static void check(List<Token> tokens, Problems problems) {
    Deque<Integer> prefixesOutside = new ArrayDeque<>();
    int prefixes = 0;
    int arithmetic = 0;
    for (Token token : tokens) {
      switch (token.getType()) {
        case ConditionGrammarLexer.LPAREN -> {
          prefixesOutside.push(prefixes);
          prefixes++;
        }
        case ConditionGrammarLexer.RPAREN ->
            prefixes = prefixesOutside.isEmpty() ? 0 : prefixesOutside.pop();
        case ConditionGrammarLexer.NOT -> prefixes++;
        case ConditionGrammarLexer.MINUS -> {
          prefixes++;
          arithmetic++;
        }
        case ConditionGrammarLexer.PLUS, ConditionGrammarLexer.STAR, ConditionGrammarLexer.SLASH ->
            arithmetic++;
        default -> {
          // a value ends a run of prefixes, but those outside the parentheses remain
          prefixes = prefixesOutside.isEmpty() ? 0 : prefixesOutside.peek() + 1;
        }
      }
      if (prefixes > DEEPEST) {
        problems.error(
            Code.TOO_DEEP,
            problems.spans().span(token),
            "too deeply nested: at most " + DEEPEST + " levels",
            "define parts of it under metrics:");
        return;
      }
      if (arithmetic > MOST_ARITHMETIC) {
        problems.error(
            Code.TOO_LONG,
            problems.spans().span(token),
            "too much arithmetic: at most " + MOST_ARITHMETIC + " operators",
            "define parts of it under metrics:");
        return;
      }
    }
  }
}
