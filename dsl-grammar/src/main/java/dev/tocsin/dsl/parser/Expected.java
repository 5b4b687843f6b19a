package dev.tocsin.dsl.parser;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** What may follow, in words. */
final class Expected {
  private Expected() {}

  /** What may follow the tokens, as {@code a value or ')'}. */
  static String at(Entry entry, List<Token> before) {
    List<String> words = ExpectedWords.of(following(entry, before), entry);
    int last = words.size() - 1;
    return last == 0
        ? words.get(0)
        : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
  }

  /**
   * The first token that cannot stand where it stands. The parser may give up before it: where a
   * sign could belong to the aggregate or to its filter, it looks ahead, and when neither goes on
   * it stops at the sign.
   */
  static int offending(Entry entry, List<Token> tokens, int gaveUp) {
    int at = gaveUp;
    while (at < tokens.size() - 1
        && canFollow(entry, tokens.subList(0, at), tokens.get(at).getType())) {
      at++;
    }
    return at;
  }

  /**
   * The types of the tokens that may follow, found by trying each. The sets that ANTLR reports are
   * those of the rule that gave up, and leave out what an enclosing or an optional part would have
   * taken.
   */
  private static BitSet following(Entry entry, List<Token> before) {
    BitSet following = new BitSet();
    for (int type = ConditionGrammarLexer.OR; type <= ConditionGrammarLexer.NAME; type++) {
      following.set(type, canFollow(entry, before, type));
    }
    following.set(ExpectedWords.END, reach(entry, before, Token.EOF) > before.size());
    return following;
  }

  /** Whether a token of the type may follow the tokens. */
  static boolean canFollow(Entry entry, List<Token> before, int type) {
    int at = before.size();
    return reach(entry, before, type, Token.EOF) > at
        || reach(entry, before, type, ConditionGrammarLexer.NAME, Token.EOF) > at
        || reach(entry, before, type, ConditionGrammarLexer.NUMBER, Token.EOF) > at;
  }

  /** The index of the first token that cannot stand where it stands. */
  private static int reach(Entry entry, List<Token> before, int... types) {
    List<Token> tokens = new ArrayList<>(before);
    for (int type : types) {
      CommonToken token = new CommonToken(type, "");
      token.setTokenIndex(tokens.size());
      tokens.add(token);
    }
    return Parse.precisely(entry, tokens).offending();
  }
}
