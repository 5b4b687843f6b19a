package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.rulefile.RuleDefinition;
import dev.tocsin.dsl.syntax.Expr;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a rule says of all aggregates of its condition: its {@code where} is added to each, its
 * {@code by} goes to those that have none of their own. Knows at the end whether any took it.
 */
final class RuleClauses {
  private final RuleDefinition rule;
  private final Problems problems;
  private boolean whereTaken;
  private boolean byTaken;

  RuleClauses(RuleDefinition rule, Problems problems) {
    this.rule = rule;
    this.problems = problems;
  }

  /** The clauses of an aggregate, completed by those of the rule. */
  Clauses complete(Clauses own) {
    List<Located<String>> by = own.by().isEmpty() ? rule.by() : own.by();
    whereTaken = true;
    byTaken |= own.by().isEmpty();
    return new Clauses(
        Stream.concat(own.where().stream(), rule.where().stream()).toList(),
        by,
        own.window(),
        own.offset(),
        own.comparison());
  }

  /** Reports what the rule itself says and no aggregate took. */
  void rejectUnused() {
    rejectUnused(
        "where",
        rule.where().map(Expr::span),
        whereTaken,
        "it has no aggregate of events; remove it");
    rejectUnused(
        "by",
        rule.by().stream().findFirst().map(first -> first.span().to(last())),
        byTaken,
        !whereTaken
            ? "it has no aggregate of events; remove it"
            : "each aggregate has a 'by' of its own; remove one of the two");
  }

  private Span last() {
    return rule.by().get(rule.by().size() - 1).span();
  }

  private void rejectUnused(String key, Optional<Span> written, boolean taken, String hint) {
    if (written.isPresent() && !taken && !rule.shared().contains(key)) {
      problems.error(
          Code.UNUSED_CLAUSE,
          written.get(),
          "no term of the condition takes this '" + key + "'",
          hint);
    }
  }
}
