package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.syntax.WindowClause;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Aggregates and metrics with their clauses. */
final class TermBuilder {
  private final Problems problems;
  private final TokenSpans spans;
  private final Function<ParseTree, Expr> expressions;

  TermBuilder(Problems problems, Function<ParseTree, Expr> expressions) {
    this.problems = problems;
    this.spans = problems.spans();
    this.expressions = expressions;
  }

  Expr aggregate(ConditionGrammarParser.AggregateContext context) {
    List<Expr> arguments =
        context.arguments() == null
            ? List.of()
            : context.arguments().argument().stream().map(expressions).toList();
    return term(
        Optional.of(name(context.name())),
        Optional.empty(),
        arguments,
        context.clauses(),
        context.name().getStart(),
        context.RPAREN().getSymbol());
  }

  Expr metric(ConditionGrammarParser.MetricTermContext context) {
    Located<String> name = name(context.name());
    return context.clauses().getChildCount() == 0
        ? new Expr.Name(name.value(), name.span())
        : term(
            Optional.empty(),
            Optional.of(name),
            List.of(),
            context.clauses(),
            context.name().getStart(),
            context.name().getStop());
  }

  private Expr term(
      Optional<Located<String>> function,
      Optional<Located<String>> metric,
      List<Expr> arguments,
      ConditionGrammarParser.ClausesContext clauses,
      Token first,
      Token lastWithoutClauses) {
    Token last = clauses.getChildCount() == 0 ? lastWithoutClauses : clauses.getStop();
    return new Expr.Term(
        function,
        metric,
        arguments,
        Optional.ofNullable(clauses.where()).map(expressions),
        clauses.by() == null ? List.of() : clauses.by().name().stream().map(this::name).toList(),
        Optional.ofNullable(clauses.window()).map(this::window),
        Optional.ofNullable(clauses.offset()).map(offset -> duration(offset.NUMBER())),
        Optional.ofNullable(clauses.versus()).map(this::versus),
        spans.span(first, last));
  }

  private WindowClause window(ConditionGrammarParser.WindowContext context) {
    if (context instanceof ConditionGrammarParser.OverContext over) {
      return new WindowClause.Over(duration(over.NUMBER()), spans.span(over));
    }
    ConditionGrammarParser.PerContext per = (ConditionGrammarParser.PerContext) context;
    String period = per.period().getText().toUpperCase(Locale.ROOT);
    return new WindowClause.Per(
        WindowClause.Period.valueOf(period),
        Optional.ofNullable(per.STRING()).map(this::text),
        spans.span(per));
  }

  private ComparisonClause versus(ConditionGrammarParser.VersusContext context) {
    if (context instanceof ConditionGrammarParser.PreviousContext previous) {
      return new ComparisonClause.Previous(duration(previous.NUMBER()), spans.span(previous));
    }
    if (context instanceof ConditionGrammarParser.BaselineContext baseline) {
      return new ComparisonClause.Baseline(text(baseline.STRING()), spans.span(baseline));
    }
    ConditionGrammarParser.SidesContext sides = (ConditionGrammarParser.SidesContext) context;
    return new ComparisonClause.Of(
        name(sides.name()), text(sides.STRING(0)), text(sides.STRING(1)), spans.span(sides));
  }

  private Expr.NumberLiteral duration(TerminalNode node) {
    Expr.NumberLiteral number = Literal.number(node.getSymbol(), spans);
    if (!NumberText.isTime(number.unit())) {
      problems.error(
          Code.BAD_WINDOW,
          number.span(),
          "expected a duration such as 10m, found " + Quoted.quoted(node.getText()),
          "units of time are ns, us, ms, s, m, h, d and w");
    }
    return number;
  }

  private Located<String> text(TerminalNode node) {
    return new Located<>(TextLiteral.value(node.getSymbol()), spans.span(node.getSymbol()));
  }

  private Located<String> name(ConditionGrammarParser.NameContext context) {
    return new Located<>(context.getText(), spans.span(context));
  }
}
