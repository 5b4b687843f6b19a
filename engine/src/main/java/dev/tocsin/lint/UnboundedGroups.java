package dev.tocsin.lint;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.plan.LifePlan;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Groups by what is new with every call or conversation: an alert, and labels, for each. */
final class UnboundedGroups implements Doubt {
  private static final Set<String> FIELDS = Set.of("id", "trace", "parent", "session");
  private static final Pattern ATTRIBUTE =
      Pattern.compile(
          "attr\\..*\\b?(request|trace|span|session|conversation|message|call|run|thread)[._-]?id");

  @Override
  public void tell(LintedRules rules, Diagnostics diagnostics) {
    for (LintedRule rule : rules.rules()) {
      if (rule.plan().life().limit() == LifePlan.NO_LIMIT) {
        rule.plan().dimensions().stream()
            .filter(UnboundedGroups::isNewEachTime)
            .findFirst()
            .ifPresent(dimension -> tell(rule, dimension, diagnostics));
      }
    }
  }

  private static boolean isNewEachTime(String dimension) {
    return FIELDS.contains(dimension) || ATTRIBUTE.matcher(dimension).matches();
  }

  private static void tell(LintedRule rule, String dimension, Diagnostics diagnostics) {
    diagnostics.warning(
        Code.UNBOUNDED_GROUPS,
        place(rule, dimension),
        "'%s' has ever new values: an alert, with labels of its own, for each of them"
            .formatted(dimension),
        Optional.of("group by something that many calls share, or add 'limit'"));
  }

  private static Span place(LintedRule rule, String dimension) {
    return rule.written().by().stream()
        .filter(name -> name.value().equals(dimension))
        .map(Located::span)
        .findFirst()
        .orElseGet(() -> rule.written().condition().span());
  }
}
