package dev.tocsin.testkit.field;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.NumberText;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a number, {@code a..b}, or a distribution. */
final class NumberNotation {
  private static final Pattern RANGE = Pattern.compile("(.+?)\\.\\.(.+)", Pattern.DOTALL);
  private static final Pattern CALL = Pattern.compile("([A-Za-z_]+)\\s*\\(([^()]*)\\)");

  private final Scale scale;
  private final boolean signed;
  private final long purpose;
  private final Diagnostics diagnostics;

  /**
   * @param signed whether a minus may stand before numbers
   * @param purpose of what is drawn
   */
  NumberNotation(Scale scale, boolean signed, long purpose, Diagnostics diagnostics) {
    this.scale = scale;
    this.signed = signed;
    this.purpose = purpose;
    this.diagnostics = diagnostics;
  }

  /** In base units; empty where it is wrong, which is reported. */
  Optional<Value<Double>> read(Located<String> written) {
    String text = written.value().strip();
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      return new DistributionNotation(this, purpose, diagnostics)
          .read(call.group(1), call.group(2), written.span());
    }
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      OptionalDouble from = number(range.group(1).strip(), written.span());
      OptionalDouble to = number(range.group(2).strip(), written.span());
      return from.isEmpty() || to.isEmpty()
          ? Optional.empty()
          : Optional.of(ramp(from.getAsDouble(), to.getAsDouble()));
    }
    OptionalDouble constant = number(text, written.span());
    return constant.isEmpty() ? Optional.empty() : Optional.of(turn -> constant.getAsDouble());
  }

  private static Value<Double> ramp(double from, double to) {
    return turn -> from + (to - from) * turn.progress();
  }

  /** A number in base units, or a problem. */
  OptionalDouble number(String text, Span span) {
    boolean minus = signed && text.startsWith("-");
    String digits = minus || (signed && text.startsWith("+")) ? text.substring(1) : text;
    if (!(NumberText.read(digits) instanceof NumberText.Reading.Value number)) {
      diagnostics.error(
          Code.BAD_LITERAL, span, "'" + text + "' is not " + scale.expected(), hint(text));
      return OptionalDouble.empty();
    }
    OptionalDouble base = scale.base(number);
    if (base.isEmpty()) {
      diagnostics.error(Code.UNIT_MISMATCH, span, "'" + text + "' is not " + scale.expected());
      return base;
    }
    return minus ? OptionalDouble.of(-base.getAsDouble()) : base;
  }

  private String hint(String text) {
    if (text.startsWith("-") && !signed) {
      return "it cannot be negative";
    }
    return text.indexOf('(') > 0 && !text.endsWith(")")
        ? "inside { } separate by spaces, as in: normal(800ms 200ms)"
        : "besides numbers there are 1..5, lists, and normal(5 1) and its like";
  }

  /** A number without a unit. */
  OptionalDouble plain(String text, Span span) {
    return new NumberNotation(Scale.FACTOR, false, purpose, diagnostics).number(text, span);
  }
}
