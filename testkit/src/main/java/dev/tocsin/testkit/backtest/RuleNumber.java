package dev.tocsin.testkit.backtest;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;

/**
 * A number in the text of a rule.
 *
 * @param span where it stands, with its sign
 * @param unit as written
 * @param within the comparison, term or key that it stands in, in the words of the file
 */
record RuleNumber(Span span, NumberUnit unit, String within) {
  /** Another value as it is written in its place. */
  String write(BigDecimal value, NumberUnit wanted) {
    NumberUnit written = wanted == NumberUnit.NONE ? unit : wanted;
    return (value.signum() < 0 ? "-" : "") + NumberText.write(value.abs(), written);
  }
}
