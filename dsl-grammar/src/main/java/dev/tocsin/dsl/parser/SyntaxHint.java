package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.UnitSpelling;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/** Recognises common mistakes at the token that could not follow. */
final class SyntaxHint {
  private static final BitSet CLAUSES =
      types(
          ConditionGrammarLexer.WHERE,
          ConditionGrammarLexer.BY,
          ConditionGrammarLexer.OVER,
          ConditionGrammarLexer.PER,
          ConditionGrammarLexer.OFFSET,
          ConditionGrammarLexer.VS,
          ConditionGrammarLexer.OF);
  private static final BitSet COMPARISONS =
      types(
          ConditionGrammarLexer.GT,
          ConditionGrammarLexer.GE,
          ConditionGrammarLexer.LT,
          ConditionGrammarLexer.LE,
          ConditionGrammarLexer.EQ,
          ConditionGrammarLexer.NE);

  /** What can stand before a clause. */
  private static final BitSet ENDS_OF_PARTS =
      types(
          ConditionGrammarLexer.NAME,
          ConditionGrammarLexer.NUMBER,
          ConditionGrammarLexer.STRING,
          ConditionGrammarLexer.RPAREN,
          ConditionGrammarLexer.TRUE,
          ConditionGrammarLexer.FALSE,
          ConditionGrammarLexer.MINUTE,
          ConditionGrammarLexer.HOUR,
          ConditionGrammarLexer.DAY,
          ConditionGrammarLexer.WEEK,
          ConditionGrammarLexer.MONTH);

  private static final List<String> PERIODS = List.of("minute", "hour", "day", "week", "month");
  private static final Map<String, String> FOREIGN =
      Map.of(
          "is", "write '=='",
          "equals", "write '=='",
          "contains", "write: like \"*part*\"",
          "matches", "write: =~ \"expression\"",
          "between", "write: x >= 1 and x <= 5",
          "then", "what happens is said by other keys of the rule",
          "group", "write: by user",
          "for", "for: is a key of the rule beside condition:",
          "xor", "there are and, or and not");

  private final Entry entry;
  private final List<Token> tokens;
  private final int at;
  private final OpenParens open;

  private SyntaxHint(Entry entry, List<Token> tokens, int at) {
    this.entry = entry;
    this.tokens = tokens;
    this.at = at;
    this.open = OpenParens.before(tokens, at);
  }

  static Optional<String> of(Entry entry, List<Token> tokens, int offending) {
    return new SyntaxHint(entry, tokens, offending).hint();
  }

  private Optional<String> hint() {
    String word = tokens.get(at).getText();
    String lower = word.toLowerCase(Locale.ROOT);
    int type = type(at);
    if (type == Token.EOF) {
      return open.isEmpty() ? Optional.empty() : Optional.of("close the parenthesis with ')'");
    }
    if (!word.equals(lower) && Keywords.isReserved(lower)) {
      return Optional.of("keywords are lower case: write '" + lower + "'");
    }
    if (type(at - 1) == ConditionGrammarLexer.NUMBER && UnitSpelling.meant(word).isPresent()) {
      String unit = UnitSpelling.meant(word).get();
      return Optional.of("write " + tokens.get(at - 1).getText() + unit + " without a space");
    }
    if (type(at - 1) == ConditionGrammarLexer.PER) {
      return Suggestions.nearest(word, PERIODS);
    }
    if (type(at - 1) == ConditionGrammarLexer.OVER && PERIODS.contains(word)) {
      return Optional.of("write 'per " + word + "' for a period of the calendar");
    }
    if (type(at - 1) == ConditionGrammarLexer.VS) {
      return Optional.of("write: vs previous 7d, or: vs baseline \"name\"");
    }
    if (CLAUSES.get(Math.max(type, 0))) {
      return Optional.of(clauseHint(word));
    }
    if (COMPARISONS.get(type)) {
      return comparisonHint();
    }
    if (type == ConditionGrammarLexer.LPAREN && open.isCall()) {
      return Optional.of("an aggregate cannot stand inside another");
    }
    if (type == ConditionGrammarLexer.RPAREN && open.isEmpty()) {
      return Optional.of("there is no '(' for this ')'");
    }
    if (type == ConditionGrammarLexer.COMMA && type(at - 1) == ConditionGrammarLexer.NUMBER) {
      return Optional.of("write thousands without a separator: 1000, or 1k");
    }
    if (type == ConditionGrammarLexer.NAME
        && Expected.canFollow(entry, tokens.subList(0, at), ConditionGrammarLexer.STRING)
        && !Expected.canFollow(entry, tokens.subList(0, at), type)) {
      return Optional.of("put it in quotes: \"" + word + "\"");
    }
    return Optional.ofNullable(FOREIGN.get(lower));
  }

  private String clauseHint(String word) {
    if (!ENDS_OF_PARTS.get(Math.max(type(at - 1), 0)) && !open.isCallJustOpened()) {
      return "'" + word + "' is a word of the language and cannot be a name";
    }
    if (open.isCall()) {
      return "clauses stand behind the closing parenthesis: sum(cost) over 1h";
    }
    if (open.hasOpenWhere()) {
      return "put the formula behind 'where' in parentheses: where (.. and ..) " + word;
    }
    return "clauses stand once each, in the order where, by, over or per, offset, vs or of";
  }

  private Optional<String> comparisonHint() {
    if (entry == Entry.METRIC && open.isEmpty()) {
      return Optional.of("a metric is a value; compare it in the condition of a rule");
    }
    return open.isCompared() && ENDS_OF_PARTS.get(Math.max(type(at - 1), 0))
        ? Optional.of("compare twice: a < b and b < c")
        : Optional.empty();
  }

  private int type(int index) {
    return index < 0 ? Token.INVALID_TYPE : tokens.get(index).getType();
  }

  private static BitSet types(int... types) {
    BitSet set = new BitSet();
    for (int type : types) {
      set.set(type);
    }
    return set;
  }
}
