package dev.tocsin.dsl.parser;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** The parentheses that are open at some token. */
final class OpenParens {
  /** One level: whether it holds the arguments of a function, and what stood in it so far. */
  private static final class Level {
    private final boolean call;
    private boolean where;
    private boolean joinedSinceWhere;
    private boolean compared;
    private boolean empty = true;

    private Level(boolean call) {
      this.call = call;
    }
  }

  private final Deque<Level> levels = new ArrayDeque<>();

  private OpenParens() {
    levels.push(new Level(false));
  }

  static OpenParens before(List<Token> tokens, int end) {
    OpenParens open = new OpenParens();
    for (int i = 0; i < end; i++) {
      open.read(tokens.get(i).getType(), i > 0 && isName(tokens.get(i - 1).getType()));
    }
    return open;
  }

  private void read(int type, boolean behindName) {
    Level level = levels.element();
    level.empty = false;
    switch (type) {
      case ConditionGrammarLexer.LPAREN -> levels.push(new Level(behindName));
      case ConditionGrammarLexer.RPAREN -> levels.pop();
      case ConditionGrammarLexer.WHERE -> {
        level.where = true;
        level.joinedSinceWhere = false;
      }
      case ConditionGrammarLexer.AND, ConditionGrammarLexer.OR -> {
        level.joinedSinceWhere = true;
        level.compared = false;
      }
      case ConditionGrammarLexer.GT,
          ConditionGrammarLexer.GE,
          ConditionGrammarLexer.LT,
          ConditionGrammarLexer.LE,
          ConditionGrammarLexer.EQ,
          ConditionGrammarLexer.NE ->
          level.compared = true;
      default -> {
        // nothing that a hint needs
      }
    }
  }

  boolean isEmpty() {
    return levels.size() == 1;
  }

  /** Whether the innermost one holds the arguments of a function. */
  boolean isCall() {
    return levels.element().call;
  }

  boolean isCallJustOpened() {
    return levels.element().call && levels.element().empty;
  }

  /** Whether the innermost one holds a comparison that is not yet joined to another. */
  boolean isCompared() {
    return levels.element().compared;
  }

  /** Whether a {@code where} is followed by {@code and} or {@code or} outside parentheses. */
  boolean hasOpenWhere() {
    return levels.element().where && levels.element().joinedSinceWhere;
  }

  private static boolean isName(int type) {
    return type == ConditionGrammarLexer.NAME;
  }
}
