package dev.tocsin.api;

/** What a number in a rule or an alert counts, and in which unit it is shown. */
public enum Unit {
  /** A number of things. */
  COUNT(""),
  /** A number of tokens. */
  TOKENS("tokens"),
  /** A duration, shown in milliseconds. */
  DURATION("ms"),
  /** Money, shown in US dollars. */
  MONEY("USD"),
  /** A share between 0 and 1. */
  FRACTION(""),
  /** Events a second. */
  RATE("/s"),
  /** A score or any other plain number. */
  NUMBER("");

  private final String symbol;

  Unit(String symbol) {
    this.symbol = symbol;
  }

  /** The unit in which values are shown, empty for plain numbers. */
  public String symbol() {
    return symbol;
  }
}
