package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import java.util.List;
import org.antlr.v4.runtime.Token;

/** Says what was expected where a text stopped making sense. */
final class SyntaxProblem {
  private SyntaxProblem() {}

  static void report(Entry entry, List<Token> tokens, int gaveUp, Problems problems) {
    int offending = Expected.offending(entry, tokens, gaveUp);
    Token token = tokens.get(offending);
    boolean atEnd = token.getType() == Token.EOF;
    String expected = Expected.at(entry, tokens.subList(0, offending));
    String found =
        atEnd
            ? ", but the " + entry.noun() + " ends here"
            : ", found " + Quoted.quoted(token.getText());
    Span span =
        atEnd ? problems.spans().behind(tokens.get(offending - 1)) : problems.spans().span(token);
    problems.error(
        Code.SYNTAX, span, "expected " + expected + found, SyntaxHint.of(entry, tokens, offending));
  }
}
