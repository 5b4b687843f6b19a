package dev.tocsin.dsl.parser;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Names sets of token types as a person would: {@code a value}, not twelve tokens. */
final class ExpectedWords {
  /** Stands for the end of the text; the types of tokens begin at 1. */
  static final int END = 0;

  private final BitSet types;
  private final List<String> words = new ArrayList<>();

  private ExpectedWords(BitSet types) {
    this.types = types;
  }

  static List<String> of(BitSet types, Entry entry) {
    ExpectedWords expected = new ExpectedWords(types);
    expected.addValue();
    expected.addOperator();
    expected.addClause();
    expected.addJoin();
    expected.addWord(ConditionGrammarLexer.COMMA, "','");
    expected.addWord(ConditionGrammarLexer.RPAREN, "')'");
    expected.addEnd(entry);
    return expected.words;
  }

  private void addValue() {
    if (has(ConditionGrammarLexer.NAME) && has(ConditionGrammarLexer.NUMBER)) {
      String word = has(ConditionGrammarLexer.NOT) ? "a comparison" : "a value";
      words.add(has(ConditionGrammarLexer.STAR) ? "a field" : word);
    } else if (has(ConditionGrammarLexer.NAME)) {
      words.add("a name");
    } else if (has(ConditionGrammarLexer.TRUE)) {
      words.add("a text, a number, true or false");
    } else if (has(ConditionGrammarLexer.NUMBER)) {
      words.add("a duration such as 10m");
    } else if (has(ConditionGrammarLexer.STRING)) {
      words.add(has(ConditionGrammarLexer.PLUS) ? "a time zone in quotes" : "a text in quotes");
    } else if (has(ConditionGrammarLexer.MINUTE)) {
      words.add("minute, hour, day, week or month");
    }
    if (!has(ConditionGrammarLexer.NAME)) {
      addWord(ConditionGrammarLexer.PREVIOUS, "'previous'");
      addWord(ConditionGrammarLexer.BASELINE, "'baseline'");
    }
    if (types.cardinality() == 1) {
      addWord(ConditionGrammarLexer.LPAREN, "'('");
      addWord(ConditionGrammarLexer.IN, "'in'");
    }
  }

  private void addOperator() {
    if (isValueSoFar()) {
      words.add(has(ConditionGrammarLexer.PLUS) ? "an operator" : "a comparison operator");
    } else if (has(ConditionGrammarLexer.PLUS)) {
      words.add("an arithmetic operator");
    }
  }

  /** What comes before a comparison operator is no condition yet, to be joined or to end. */
  private boolean isValueSoFar() {
    return has(ConditionGrammarLexer.GT);
  }

  private void addJoin() {
    if (!isValueSoFar()) {
      addWord(ConditionGrammarLexer.AND, "'and'");
      addWord(ConditionGrammarLexer.OR, "'or'");
    }
  }

  private void addEnd(Entry entry) {
    if (!isValueSoFar()) {
      addWord(END, "the end of the " + entry.noun());
    }
  }

  private void addClause() {
    if (has(ConditionGrammarLexer.VS) && has(ConditionGrammarLexer.OF)) {
      words.add(has(ConditionGrammarLexer.OVER) ? "a clause such as 'over 5m'" : "a later clause");
    } else {
      addWord(ConditionGrammarLexer.VS, "'vs'");
    }
  }

  private void addWord(int type, String word) {
    if (has(type)) {
      words.add(word);
    }
  }

  private boolean has(int type) {
    return types.get(type);
  }
}
