package dev.tocsin.routing;

import dev.tocsin.api.LabelMatcher;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.routing.MatcherDefinition;
import dev.tocsin.event.Regex;
import java.util.ArrayList;
import java.util.List;

/** Makes matchers ready to be asked, and reports patterns that are none. */
final class MatcherPlanner {
  private final Diagnostics diagnostics;

  MatcherPlanner(Diagnostics diagnostics) {
    this.diagnostics = diagnostics;
  }

  List<LabelTest> tests(List<MatcherDefinition> written) {
    List<LabelTest> tests = new ArrayList<>();
    for (MatcherDefinition matcher : written) {
      try {
        tests.add(LabelTest.of(matcher(matcher)));
      } catch (Regex.BadPatternException e) {
        diagnostics.error(
            Code.BAD_PATTERN,
            e.problem()
                .fragment()
                .map(part -> inside(matcher.value(), part))
                .orElse(matcher.value().span()),
            "bad pattern: " + e.problem().message(),
            e.problem().hint());
      }
    }
    return tests;
  }

  static List<LabelMatcher> matchers(List<MatcherDefinition> written) {
    return written.stream().map(MatcherPlanner::matcher).toList();
  }

  private static LabelMatcher matcher(MatcherDefinition written) {
    return new LabelMatcher(
        written.label().value(),
        LabelMatcher.Operator.valueOf(written.operator().name()),
        written.value().text());
  }

  /** Where a part of a pattern stands, unless it is there twice. */
  private static Span inside(Fragment pattern, String part) {
    int at = pattern.text().indexOf(part);
    return at < 0 || pattern.text().indexOf(part, at + 1) >= 0
        ? pattern.span()
        : pattern.span(at, at + part.length());
  }
}
