package dev.tocsin.testkit.backtest;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.SeverityLevel;
import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberUnit;
import dev.tocsin.dsl.syntax.WindowClause;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the numbers of a rule that can be changed. */
final class RuleNumbers {
  private final List<RuleNumber> found = new ArrayList<>();

  private RuleNumbers() {}

  static List<RuleNumber> of(RuleDefinition rule, SweepRange.What what) {
    return switch (what) {
      case THRESHOLD -> thresholds(rule);
      case FOR -> duration(rule.forDuration());
      case WINDOW -> windows(rule);
    };
  }

  private static List<RuleNumber> duration(Optional<Located<Duration>> written) {
    return written.stream()
        .map(each -> new RuleNumber(each.span(), NumberUnit.NONE, each.span().text()))
        .toList();
  }

  private static List<RuleNumber> window(String key, Optional<Located<Duration>> written) {
    return written.stream()
        .map(each -> new RuleNumber(each.span(), NumberUnit.NONE, key + ": " + each.span().text()))
        .toList();
  }

  /** Those of each comparison that has any, in the order of the text. */
  private static List<RuleNumber> thresholds(RuleDefinition rule) {
    RuleNumbers numbers = new RuleNumbers();
    if (rule.levels().isEmpty()) {
      numbers.comparisons(rule.condition());
    } else {
      rule.levels().stream().map(SeverityLevel::comparison).forEach(numbers::level);
    }
    return numbers.found;
  }

  private void comparisons(Expr condition) {
    if (condition instanceof Expr.Or or) {
      or.operands().forEach(this::comparisons);
    } else if (condition instanceof Expr.And and) {
      and.operands().forEach(this::comparisons);
    } else if (condition instanceof Expr.Not not) {
      comparisons(not.operand());
    } else if (condition instanceof Expr.Comparison comparison) {
      List<RuleNumber> numbers = Constants.of(comparison);
      for (RuleNumber number : numbers) {
        String whole = comparison.span().text();
        String within = numbers.size() == 1 ? whole : number.within() + " in " + whole;
        found.add(new RuleNumber(number.span(), number.unit(), within));
      }
    }
  }

  /** Its left side stands elsewhere, in the condition. */
  private void level(Expr.Comparison comparison) {
    found.addAll(Constants.of(comparison));
  }

  /** Those that are keys, then those in the condition. */
  private static List<RuleNumber> windows(RuleDefinition rule) {
    RuleNumbers numbers = new RuleNumbers();
    numbers.found.addAll(window("window", rule.window()));
    numbers.found.addAll(window("baseline_window", rule.baselineWindow()));
    numbers.found.addAll(window("current_window", rule.currentWindow()));
    numbers.windowsOf(rule.condition());
    return numbers.found;
  }

  private void windowsOf(Expr expression) {
    if (expression instanceof Expr.Or or) {
      or.operands().forEach(this::windowsOf);
    } else if (expression instanceof Expr.And and) {
      and.operands().forEach(this::windowsOf);
    } else if (expression instanceof Expr.Not not) {
      windowsOf(not.operand());
    } else if (expression instanceof Expr.Absent absent) {
      windowsOf(absent.operand());
    } else if (expression instanceof Expr.Comparison comparison) {
      windowsOf(comparison.left());
      windowsOf(comparison.right());
    } else if (expression instanceof Expr.Arithmetic arithmetic) {
      windowsOf(arithmetic.left());
      windowsOf(arithmetic.right());
    } else if (expression instanceof Expr.Term term) {
      if (term.window().orElse(null) instanceof WindowClause.Over over) {
        length(over.length(), term.span());
      }
      if (term.comparison().orElse(null) instanceof ComparisonClause.Previous previous) {
        length(previous.length(), previous.span());
      }
    }
  }

  private void length(Expr.NumberLiteral length, Span within) {
    found.add(new RuleNumber(length.span(), length.unit(), within.text()));
  }
}
