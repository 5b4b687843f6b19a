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

  /** As rule files write it: {@code severity="critical"}. */
  @Override
  public String toString() {
    return label
        + operator.symbol()
        + "\""
        + value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
        + "\"";
  }
}
