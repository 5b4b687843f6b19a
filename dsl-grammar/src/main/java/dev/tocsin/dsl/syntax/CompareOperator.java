package dev.tocsin.dsl.syntax;

/** How two sides of a comparison are compared. */
public enum CompareOperator {
  GREATER(">"),
  GREATER_OR_EQUAL(">="),
  LESS("<"),
  LESS_OR_EQUAL("<="),
  EQUAL("=="),
  NOT_EQUAL("!="),
  /** Glob pattern with {@code *} and {@code ?}. */
  LIKE("like"),
  /** Anchored regular expression. */
  MATCHES("=~"),
  /** Negated anchored regular expression. */
  NOT_MATCHES("!~");

  private final String symbol;

  CompareOperator(String symbol) {
    this.symbol = symbol;
  }

  /** As written in a condition. */
  public String symbol() {
    return symbol;
  }
}
