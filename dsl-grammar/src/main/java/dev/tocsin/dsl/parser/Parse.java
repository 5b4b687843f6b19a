package dev.tocsin.dsl.parser;

import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;

/**
 * One run of the generated parser, which stops at the first token that cannot follow.
 *
 * @param tree nothing when there is such a token
 * @param offending the index of that token; the number of tokens when there is none
 */
record Parse(Optional<ParserRuleContext> tree, int offending) {

  /** The tokens of a text, the end of the text last. */
  static List<Token> tokens(String text) {
    ConditionGrammarLexer lexer = new ConditionGrammarLexer(CharStreams.fromString(text));
    CommonTokenStream stream = new CommonTokenStream(lexer);
    stream.fill();
    return stream.getTokens();
  }

  /** The fast prediction first; only it may reject what the full one accepts. */
  static Parse of(Entry entry, List<Token> tokens) {
    Parse fast = run(entry, tokens, PredictionMode.SLL);
    return fast.tree().isPresent() ? fast : precisely(entry, tokens);
  }

  /** The full prediction alone, for texts that are expected to be wrong. */
  static Parse precisely(Entry entry, List<Token> tokens) {
    return run(entry, tokens, PredictionMode.LL);
  }

  private static Parse run(Entry entry, List<Token> tokens, PredictionMode mode) {
    ConditionGrammarParser parser =
        new ConditionGrammarParser(new CommonTokenStream(new ListTokenSource(tokens)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(mode);
    try {
      return new Parse(Optional.of(entry.parse(parser)), tokens.size());
    } catch (ParseCancellationException e) {
      if (e.getCause() instanceof RecognitionException cause) {
        return new Parse(Optional.empty(), cause.getOffendingToken().getTokenIndex());
      }
      throw e;
    }
  }
}
