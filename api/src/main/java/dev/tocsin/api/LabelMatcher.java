package dev.tocsin.api;

/**
 * One thing that is asked of the labels of an alert, as Alertmanager does. A label that is missing
 * counts as empty.
 *
 * @param label its name
 * @param operator how the value is compared
 * @param value to compare with; for {@code =~} and {@code !~} a regular expression of RE2 that must
 *     match all of the label's value
 */
public record LabelMatcher(String label, Operator operator, String value) {

  /** How a label's value is compared. */
  public enum Operator {
    /** It is that value. */
    EQUAL("="),
    /** It is another one. */
    NOT_EQUAL("!="),
    /** All of it matches. */
    MATCHES("=~"),
    /** It does not match. */
    MATCHES_NOT("!~");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As rule files write it. */
    public String symbol() {
      return symbol;
    }
  }

  /**
   * Reads {@code severity="critical"}, {@code user!=u1} or {@code model =~ "gpt-.*"}. Blanks around
   * the parts do not count. In quotes, {@code \"}, {@code \\} and {@code \n} stand for a quote, a
   * backslash and a line end, and another backslash for itself; without quotes everything does. A
   * value that is left out is empty. Whether a regular expression is one is not looked at.
   *
   * @throws IllegalArgumentException for anything else; says what is wrong and at which character,
   *     counted from 1
   */
  public static LabelMatcher parse(String text) {
    return new LabelMatcherText(text).read();
  }

  /** As rule files write it: {@code severity="critical"}; {@link #parse} reads it back. */
  @Override
  public String toString() {
    return label
        + operator.symbol()
        + "\""
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\"";
  }
}
