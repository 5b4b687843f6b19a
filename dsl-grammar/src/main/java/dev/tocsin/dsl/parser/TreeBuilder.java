package dev.tocsin.dsl.parser;

import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.syntax.ArithmeticOperator;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;

/** From the parse tree to the syntax tree. The two layers of the grammar give the same nodes. */
final class TreeBuilder extends ConditionGrammarBaseVisitor<Expr> {
  private final TokenSpans spans;
  private final Shape shape;
  private final TermBuilder terms;

  TreeBuilder(Problems problems) {
    this.spans = problems.spans();
    this.shape = new Shape(problems);
    this.terms = new TermBuilder(problems, this::visit);
  }

  @Override
  public Expr visitFormula(ConditionGrammarParser.FormulaContext context) {
    return joined(context, context.conjunction(), Expr.Or::new, shape::requireCondition);
  }

  @Override
  public Expr visitConjunction(ConditionGrammarParser.ConjunctionContext context) {
    return joined(context, context.negation(), Expr.And::new, shape::requireCondition);
  }

  @Override
  public Expr visitNegation(ConditionGrammarParser.NegationContext context) {
    return context.NOT() == null
        ? visit(context.comparison())
        : negated(context, context.negation(), shape::requireCondition);
  }

  @Override
  public Expr visitComparison(ConditionGrammarParser.ComparisonContext context) {
    return compared(context, context.sum(), context.values(), context.NOT() != null);
  }

  @Override
  public Expr visitSum(ConditionGrammarParser.SumContext context) {
    return chained(context);
  }

  @Override
  public Expr visitProduct(ConditionGrammarParser.ProductContext context) {
    return chained(context);
  }

  @Override
  public Expr visitSigned(ConditionGrammarParser.SignedContext context) {
    return signed(context);
  }

  @Override
  public Expr visitAbsent(ConditionGrammarParser.AbsentContext context) {
    return new Expr.Absent(value(context.sum()), spans.span(context));
  }

  @Override
  public Expr visitAggregate(ConditionGrammarParser.AggregateContext context) {
    return terms.aggregate(context);
  }

  @Override
  public Expr visitMetricTerm(ConditionGrammarParser.MetricTermContext context) {
    return terms.metric(context);
  }

  @Override
  public Expr visitGroup(ConditionGrammarParser.GroupContext context) {
    return visit(context.formula());
  }

  @Override
  public Expr visitArgument(ConditionGrammarParser.ArgumentContext context) {
    return context.STAR() == null
        ? visit(context.eventFormula())
        : new Expr.Star(spans.span(context));
  }

  @Override
  public Expr visitWhere(ConditionGrammarParser.WhereContext context) {
    Expr filter = visit(context.filter());
    shape.requireEventCondition(filter);
    return filter;
  }

  @Override
  public Expr visitFilterGroup(ConditionGrammarParser.FilterGroupContext context) {
    return visit(context.eventFormula());
  }

  @Override
  public Expr visitFilterComparison(ConditionGrammarParser.FilterComparisonContext context) {
    return compared(context, context.eventSum(), context.values(), context.NOT() != null);
  }

  @Override
  public Expr visitFilterField(ConditionGrammarParser.FilterFieldContext context) {
    return new Expr.Name(context.getText(), spans.span(context));
  }

  @Override
  public Expr visitFilterNegation(ConditionGrammarParser.FilterNegationContext context) {
    return negated(context, context.filter(), shape::requireEventCondition);
  }

  @Override
  public Expr visitEventFormula(ConditionGrammarParser.EventFormulaContext context) {
    return joined(context, context.eventConjunction(), Expr.Or::new, shape::requireEventCondition);
  }

  @Override
  public Expr visitEventConjunction(ConditionGrammarParser.EventConjunctionContext context) {
    return joined(context, context.eventNegation(), Expr.And::new, shape::requireEventCondition);
  }

  @Override
  public Expr visitEventNegation(ConditionGrammarParser.EventNegationContext context) {
    return context.NOT() == null
        ? visit(context.eventComparison())
        : negated(context, context.eventNegation(), shape::requireEventCondition);
  }

  @Override
  public Expr visitEventComparison(ConditionGrammarParser.EventComparisonContext context) {
    return compared(context, context.eventSum(), context.values(), context.NOT() != null);
  }

  @Override
  public Expr visitEventSum(ConditionGrammarParser.EventSumContext context) {
    return chained(context);
  }

  @Override
  public Expr visitEventProduct(ConditionGrammarParser.EventProductContext context) {
    return chained(context);
  }

  @Override
  public Expr visitEventSigned(ConditionGrammarParser.EventSignedContext context) {
    return signed(context);
  }

  @Override
  public Expr visitEventField(ConditionGrammarParser.EventFieldContext context) {
    return new Expr.Name(context.getText(), spans.span(context));
  }

  @Override
  public Expr visitEventGroup(ConditionGrammarParser.EventGroupContext context) {
    return visit(context.eventFormula());
  }

  @Override
  public Expr visitValue(ConditionGrammarParser.ValueContext context) {
    return signed(context);
  }

  @Override
  public Expr visitLiteral(ConditionGrammarParser.LiteralContext context) {
    return Literal.of(context.getStart(), spans);
  }

  private Expr joined(
      ParserRuleContext context,
      List<? extends ParserRuleContext> operands,
      BiFunction<List<Expr>, Span, Expr> node,
      Consumer<Expr> check) {
    if (operands.size() == 1) {
      return visit(operands.get(0));
    }
    List<Expr> built = operands.stream().map(this::visit).toList();
    built.forEach(check);
    return node.apply(built, spans.span(context));
  }

  private Expr negated(ParserRuleContext context, ParserRuleContext operand, Consumer<Expr> check) {
    Expr built = visit(operand);
    check.accept(built);
    return new Expr.Not(built, spans.span(context));
  }

  private Expr compared(
      ParserRuleContext context,
      List<? extends ParserRuleContext> sides,
      ConditionGrammarParser.@Nullable ValuesContext values,
      boolean negated) {
    if (context.getChildCount() == 1) {
      return visit(sides.get(0));
    }
    Expr left = value(sides.get(0));
    Span span = spans.span(context);
    if (values != null) {
      return new Expr.In(left, values.value().stream().map(this::visit).toList(), negated, span);
    }
    CompareOperator operator = Literal.comparison(context.getChild(1).getText());
    return new Expr.Comparison(left, operator, value(sides.get(1)), span);
  }

  /** Operands and operators in turn, taken together from the left. */
  private Expr chained(ParserRuleContext context) {
    ParserRuleContext first = (ParserRuleContext) context.getChild(0);
    if (context.getChildCount() == 1) {
      return visit(first);
    }
    Expr left = value(first);
    for (int i = 1; i < context.getChildCount(); i += 2) {
      ArithmeticOperator operator = Literal.arithmetic(context.getChild(i).getText());
      ParserRuleContext operand = (ParserRuleContext) context.getChild(i + 1);
      Span span = spans.span(context.getStart(), operand.getStop());
      left = new Expr.Arithmetic(left, operator, value(operand), span);
    }
    return left;
  }

  private Expr signed(ParserRuleContext context) {
    ParseTree first = context.getChild(0);
    return first instanceof TerminalNode
        ? new Expr.Negation(value((ParserRuleContext) context.getChild(1)), spans.span(context))
        : visit(first);
  }

  private Expr value(ParserRuleContext context) {
    Expr built = visit(context);
    shape.requireValue(built);
    return built;
  }
}
