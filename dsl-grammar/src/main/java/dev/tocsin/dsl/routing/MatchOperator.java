package dev.tocsin.dsl.routing;

/** How a matcher compares the value of a label. */
public enum MatchOperator {
  EQUAL("="),
  NOT_EQUAL("!="),
  MATCHES("=~"),
  MATCHES_NOT("!~");

  private final String symbol;

  MatchOperator(String symbol) {
    this.symbol = symbol;
  }

  /** As rule files write it. */
  public String symbol() {
    return symbol;
  }
}
