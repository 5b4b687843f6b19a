package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.Expr;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Reads the condition language. Never throws on what an author wrote, however long or deep: every
 * problem becomes a diagnostic, and a text with problems gives no tree, not a repaired one.
 * Thread-safe.
 */
public final class ConditionParser {
  /** Characters in one condition; a list of a thousand tenants fits. */
  private static final int LONGEST = 50_000;

  private ConditionParser() {}

  /** Reads what a rule fires on: comparisons, {@code absent}, and what combines them. */
  public static Optional<Expr> condition(Fragment text, Diagnostics diagnostics) {
    return parse(text, diagnostics, Entry.CONDITION);
  }

  /** Reads what a metric stands for: an aggregate, another metric, or arithmetic over them. */
  public static Optional<Expr> metric(Fragment text, Diagnostics diagnostics) {
    return parse(text, diagnostics, Entry.METRIC);
  }

  /** Reads what is said of single events: comparisons of their fields, and what combines them. */
  public static Optional<Expr> filter(Fragment text, Diagnostics diagnostics) {
    return parse(text, diagnostics, Entry.FILTER);
  }

  /** Whether a word is one of the language, so that it cannot name a metric. */
  public static boolean isKeyword(String word) {
    return Keywords.isReserved(word);
  }

  private static Optional<Expr> parse(Fragment text, Diagnostics diagnostics, Entry entry) {
    if (text.text().isBlank()) {
      diagnostics.error(
          Code.EMPTY_CONDITION,
          text.span(0, 0),
          "the " + entry.noun() + " is empty",
          entry.example());
      return Optional.empty();
    }
    if (text.text().length() > LONGEST) {
      diagnostics.error(
          Code.TOO_LONG,
          text.span(LONGEST, LONGEST + 1),
          "the " + entry.noun() + " is too long: at most " + LONGEST + " characters");
      return Optional.empty();
    }
    Problems problems = new Problems(diagnostics, new TokenSpans(text));
    List<Token> tokens = Parse.tokens(text.text());
    TokenCheck.check(tokens, problems);
    NestingCheck.check(tokens, problems);
    if (problems.found()) {
      return Optional.empty();
    }
    Parse parse = Parse.of(entry, tokens);
    if (parse.tree().isEmpty()) {
      SyntaxProblem.report(entry, tokens, parse.offending(), problems);
      return Optional.empty();
    }
    Expr tree = new TreeBuilder(problems).visit(parse.tree().get());
    Shape shape = new Shape(problems);
    switch (entry) {
      case CONDITION -> shape.requireCondition(tree);
      case METRIC -> shape.requireValue(tree);
      case FILTER -> shape.requireEventCondition(tree);
    }
    return problems.found() ? Optional.empty() : Optional.of(tree);
  }
}
