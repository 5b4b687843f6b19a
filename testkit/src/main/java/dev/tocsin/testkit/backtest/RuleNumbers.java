package dev.tocsin.testkit.backtest;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.rulefile.SeverityLevel;
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
      case WINDOW -> rule.window().isPresent() ? duration(rule.window()) : windows(rule);
    };
  }

  private static List<RuleNumber> duration(Optional<Located<Duration>> written) {
    return written.stream()
        .map(each -> new RuleNumber(each.span(), NumberUnit.NONE, each.span().text()))
        .toList();
  }

  /** One for each comparison that has a constant, in the order of the text. */
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
      constant(comparison)
          .map(number -> new RuleNumber(number.span(), number.unit(), comparison.span().text()))
          .ifPresent(found::add);
    }
  }

  /** Its left side stands elsewhere, in the condition. */
  private void level(Expr.Comparison comparison) {
    constant(comparison).ifPresent(found::add);
  }

  private static Optional<RuleNumber> constant(Expr.Comparison comparison) {
    return number(comparison.right())
        .or(() -> number(comparison.left()))
        .or(() -> factor(comparison.right()))
        .or(() -> factor(comparison.left()));
  }

  private static Optional<RuleNumber> number(Expr side) {
    if (side instanceof Expr.NumberLiteral literal) {
      return Optional.of(of(literal, literal.span()));
    }
    return side instanceof Expr.Negation negation
            && negation.operand() instanceof Expr.NumberLiteral literal
        ? Optional.of(of(literal, negation.span()))
        : Optional.empty();
  }

  /** The {@code 1.5} of {@code a > 1.5 * b}. */
  private static Optional<RuleNumber> factor(Expr side) {
    return side instanceof Expr.Arithmetic arithmetic
        ? number(arithmetic.left())
            .or(() -> number(arithmetic.right()))
            .or(() -> factor(arithmetic.left()))
            .or(() -> factor(arithmetic.right()))
        : Optional.empty();
  }

  private static RuleNumber of(Expr.NumberLiteral literal, Span signed) {
    return new RuleNumber(signed, literal.unit(), signed.text());
  }

  private static List<RuleNumber> windows(RuleDefinition rule) {
    RuleNumbers numbers = new RuleNumbers();
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
    } else if (expression instanceof Expr.Term term
        && term.window().orElse(null) instanceof WindowClause.Over over) {
      RuleNumber length = of(over.length(), over.length().span());
      found.add(new RuleNumber(length.span(), length.unit(), term.span().text()));
    }
  }
}
