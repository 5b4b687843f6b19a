package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.yaml.ParameterValue;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * From where to where the values of a parameter may lie, both ends included.
 *
 * @param least empty for no lower end
 * @param most empty for no upper end
 */
public record ParameterRange(Optional<ParameterValue> least, Optional<ParameterValue> most) {
  static final ParameterRange ALL = new ParameterRange(Optional.empty(), Optional.empty());

  /** Whether it has an end. */
  public boolean isLimited() {
    return least.isPresent() || most.isPresent();
  }

  /** Whether no value lies in it. */
  boolean isEmpty() {
    return least.isPresent() && most.isPresent() && order(least.get(), most.get()) > 0;
  }

  /** What is asked of a value that lies outside, as in: at least 5%. */
  Optional<String> missedBy(ParameterValue value) {
    Optional<String> under =
        least.filter(end -> order(value, end) < 0).map(end -> "at least " + end.written());
    return under.or(
        () -> most.filter(end -> order(value, end) > 0).map(end -> "at most " + end.written()));
  }

  /** In words, as in: 5% to 10%; empty without an end. */
  public String words() {
    if (least.isPresent() && most.isPresent()) {
      return least.get().written() + " to " + most.get().written();
    }
    return least
        .map(end -> "at least " + end.written())
        .or(() -> most.map(end -> "at most " + end.written()))
        .orElse("");
  }

  /** Values of different kinds, of which one is wrong, are in no order. */
  private static int order(ParameterValue left, ParameterValue right) {
    Optional<BigDecimal> a = left.size();
    Optional<BigDecimal> b = right.size();
    return left.kind() == right.kind() && a.isPresent() && b.isPresent()
        ? a.get().compareTo(b.get())
        : 0;
  }
}
