package dev.tocsin.testkit.backtest;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.dsl.rulefile.RuleTexts;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules in whose text one number is replaced by others. */
final class SweptRules {
  private final RuleFile file;
  private final String rule;
  private final RuleNumber number;
  private final SweepRange range;

  private SweptRules(RuleFile file, String rule, RuleNumber number, SweepRange range) {
    this.file = file;
    this.rule = rule;
    this.number = number;
    this.range = range;
  }

  /**
   * Finds the number.
   *
   * @throws IllegalArgumentException when there is none, or more than one
   */
  static SweptRules of(CheckedRules rules, SweepRange range) {
    String name = rule(rules.orThrow(), range.rule());
    RuleDefinition definition =
        rules.file().rules().stream()
            .filter(each -> each.name().value().equals(name))
            .findFirst()
            .orElseThrow();
    List<RuleNumber> numbers = RuleNumbers.of(definition, range.what());
    return new SweptRules(rules.file(), name, number(name, numbers, range), range);
  }

  private static String rule(Plan plan, Optional<String> wanted) {
    List<String> names = plan.rules().stream().map(RulePlan::name).toList();
    if (wanted.isPresent()) {
      if (!names.contains(wanted.get())) {
        throw new IllegalArgumentException(
            "there is no enabled rule '%s'; %s"
                .formatted(
                    wanted.get(),
                    Suggestions.nearest(wanted.get(), names)
                        .orElse("the rules are " + String.join(", ", names))));
      }
      return wanted.get();
    }
    if (names.size() != 1) {
      throw new IllegalArgumentException(
          "name the rule, as in %s:threshold=1s..5s; the rules are %s"
              .formatted(names.isEmpty() ? "slow" : names.get(0), String.join(", ", names)));
    }
    return names.get(0);
  }

  private static RuleNumber number(String rule, List<RuleNumber> numbers, SweepRange range) {
    String what = range.what().name().toLowerCase(Locale.ROOT);
    if (numbers.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + rule + "' has no " + what + " whose value could be replaced");
    }
    int index = range.index().orElse(1);
    if (index > numbers.size() || (numbers.size() > 1 && range.index().isEmpty())) {
      throw new IllegalArgumentException(
          "'%s' has %d of them, write %s: %s"
              .formatted(
                  rule,
                  numbers.size(),
                  numbers.size() == 1 ? what + "=" : what + "[1]= and so on",
                  IntStream.rangeClosed(1, numbers.size())
                      .mapToObj(i -> "[" + i + "] " + numbers.get(i - 1).within())
                      .collect(Collectors.joining(", "))));
    }
    return numbers.get(index - 1);
  }

  String rule() {
    return rule;
  }

  /** The number as it stands in the file. */
  String current() {
    return number.span().text();
  }

  /** The comparison, term or key that it stands in. */
  String within() {
    return number.within();
  }

  /** A value as it is written in the place of the number. */
  String write(BigDecimal value) {
    return number.write(value, range.unit());
  }

  /** The rules with another value, with which they may have errors. */
  CheckedRules with(BigDecimal value) {
    return Rules.check(RuleTexts.of(file).with(number.span(), write(value)));
  }
}
