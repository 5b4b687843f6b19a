package dev.tocsin.lint;

import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.plan.Plan;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What doubts are about.
 *
 * @param builtIn the built-in metrics
 * @param file as written, also what is not enabled
 * @param rules the enabled ones in the order of the file
 */
record LintedRules(RuleFile builtIn, RuleFile file, List<LintedRule> rules, LintContext context) {
  LintedRules {
    rules = List.copyOf(rules);
  }

  static LintedRules of(RuleFile builtIn, RuleFile file, Plan plan, LintContext context) {
    Map<String, RuleDefinition> written = new HashMap<>();
    file.rules().forEach(rule -> written.put(rule.name().value(), rule));
    return new LintedRules(
        builtIn,
        file,
        plan.rules().stream()
            .map(rule -> LintedRule.of(Objects.requireNonNull(written.get(rule.name())), rule))
            .toList(),
        context);
  }
}
