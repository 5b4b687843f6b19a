package dev.tocsin.testkit.file;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.testfile.Expectation;
import dev.tocsin.plan.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Rules that stand for the values that a test asks for: each compares one, so that it can be looked
 * at. They run in a replay of their own and cannot disturb the alerts.
 */
final class ValueRules {
  private ValueRules() {}

  /** The name of the rule that stands for an expression. */
  static String name(Fragment expression) {
    return "value_" + expression.span().start();
  }

  /**
   * The plan of them; empty where there are none, or one is wrong, which is reported.
   *
   * @param rules which may define metrics
   */
  static Optional<Plan> plan(
      Path testFile, List<Path> rules, List<Expectation> expectations, Diagnostics diagnostics) {
    List<Fragment> expressions =
        expectations.stream()
            .filter(Expectation.OfValue.class::isInstance)
            .map(each -> ((Expectation.OfValue) each).expression())
            .filter(distinct(new HashSet<>()))
            .toList();
    if (expressions.isEmpty()) {
      return Optional.empty();
    }
    List<Fragment> wrong = new ArrayList<>();
    for (Fragment expression : expressions) {
      CheckedRules alone = check(testFile, rules, List.of(expression));
      if (alone.plan().isEmpty()) {
        wrong.add(expression);
        report(alone, expression, diagnostics);
      } else if (isGrouped(alone.plan().get(), expression)) {
        wrong.add(expression);
        diagnostics.error(
            Code.GROUPS_DIFFER,
            expression.span(),
            "a value for each group, where one value is expected",
            "name the group: count() where model == \"gpt-4o\"");
      }
    }
    return wrong.isEmpty() ? check(testFile, rules, expressions).plan() : Optional.empty();
  }

  /** An alias stands for an expression that is written once. */
  private static Predicate<Fragment> distinct(Set<String> names) {
    return expression -> names.add(name(expression));
  }

  private static boolean isGrouped(Plan plan, Fragment expression) {
    return plan.rules().stream()
        .filter(rule -> rule.name().equals(name(expression)))
        .anyMatch(rule -> !rule.dimensions().isEmpty());
  }

  private static CheckedRules check(Path testFile, List<Path> rules, List<Fragment> expressions) {
    String included =
        rules.stream()
            .map(rule -> quoted(rule.toAbsolutePath().toString()))
            .collect(Collectors.joining(", "));
    String text =
        "include: ["
            + included
            + "]\nrules:\n"
            + expressions.stream()
                .map(
                    each ->
                        "  - {name: %s, for: 3650d, condition: %s}\n"
                            .formatted(name(each), quoted("(" + each.text() + ") >= 0")))
                .collect(Collectors.joining());
    return Rules.checkWithIncludes(testFile + " (values)", text);
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  /** At the place where the expression is written. */
  private static void report(CheckedRules alone, Fragment expression, Diagnostics diagnostics) {
    alone.diagnostics().stream()
        .filter(each -> each.severity() == Diagnostic.Level.ERROR)
        .filter(each -> each.span().source().name().endsWith(" (values)"))
        .forEach(
            each -> diagnostics.error(each.code(), expression.span(), each.message(), each.hint()));
  }
}
