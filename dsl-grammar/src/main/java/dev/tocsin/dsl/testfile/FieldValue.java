package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.math.BigDecimal;
import java.util.List;

/** What a field of events is to be. What the texts mean depends on the field. */
public sealed interface FieldValue {

  /** Where it was written. */
  Span span();

  /** One text. */
  record One(Located<String> text) implements FieldValue {
    @Override
    public Span span() {
      return text.span();
    }
  }

  /** Texts that are taken in turn; at least one. */
  record InTurn(List<Located<String>> texts, Span span) implements FieldValue {
    public InTurn {
      texts = List.copyOf(texts);
    }
  }

  /** Texts of which one is drawn; at least one. */
  record Weighted(List<Choice> choices, Span span) implements FieldValue {
    public Weighted {
      choices = List.copyOf(choices);
    }
  }

  /**
   * A text that may be drawn.
   *
   * @param text the text
   * @param weight more than 0; what is drawn how often is its share in the sum of all
   */
  record Choice(Located<String> text, BigDecimal weight) {}
}
