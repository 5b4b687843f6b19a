package dev.tocsin.routing;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.event.Regex;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A matcher ready to be asked. A label that is missing counts as empty, as in Alertmanager.
 *
 * @param matcher what was written
 * @param pattern of {@code =~} and {@code !~}
 */
public record LabelTest(LabelMatcher matcher, Optional<Regex> pattern) {

  /**
   * Makes it ready.
   *
   * @throws Regex.BadPatternException when its value is no pattern of RE2
   */
  public static LabelTest of(LabelMatcher matcher) throws Regex.BadPatternException {
    boolean plain =
        matcher.operator() == LabelMatcher.Operator.EQUAL
            || matcher.operator() == LabelMatcher.Operator.NOT_EQUAL;
    return new LabelTest(
        matcher, plain ? Optional.empty() : Optional.of(Regex.of(matcher.value())));
  }

  /** Whether all of them hold; true without any. */
  public static boolean all(List<LabelTest> tests, Map<String, String> labels) {
    for (LabelTest test : tests) {
      if (!test.holds(labels)) {
        return false;
      }
    }
    return true;
  }

  /** Whether it holds. */
  public boolean holds(Map<String, String> labels) {
    String value = Objects.requireNonNullElse(labels.get(matcher.label()), "");
    return switch (matcher.operator()) {
      case EQUAL -> value.equals(matcher.value());
      case NOT_EQUAL -> !value.equals(matcher.value());
      case MATCHES -> pattern.orElseThrow().matches(value);
      case MATCHES_NOT -> !pattern.orElseThrow().matches(value);
    };
  }

  @Override
  public String toString() {
    return matcher.toString();
  }
}
