package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.CodePointOffsets;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Where tokens were written. ANTLR counts code points, sources count UTF-16 characters. */
final class TokenSpans {
  private final Fragment text;
  private final CodePointOffsets characters;

  TokenSpans(Fragment text) {
    this.text = text;
    this.characters = new CodePointOffsets(text.text());
  }

  Span span(Token token) {
    return span(token, token);
  }

  Span span(ParserRuleContext context) {
    return span(context.getStart(), context.getStop());
  }

  Span span(Token first, Token last) {
    return text.span(
        characters.offset(first.getStartIndex()), characters.offset(last.getStopIndex() + 1));
  }

  /** A part of a token, in UTF-16 characters from its start. */
  Span span(Token token, int start, int end) {
    int from = characters.offset(token.getStartIndex());
    return text.span(from + start, from + end);
  }

  /** The empty stretch behind a token. */
  Span behind(Token token) {
    int end = characters.offset(token.getStopIndex() + 1);
    return text.span(end, end);
  }
}
