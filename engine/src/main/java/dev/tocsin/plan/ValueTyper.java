package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.rulefile.MetricDefinition;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import dev.tocsin.plan.TypedValue.Calculated;
import dev.tocsin.window.WindowShape;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Types the values of one rule's condition: aggregates, metrics, literals, and arithmetic. */
final class ValueTyper {
  private final Problems problems;
  private final Metrics metrics;
  private final Interner interner;
  private final TermTyper terms;
  private final RuleWindows windows;
  private final RuleClauses ruleClauses;
  private final Optional<Long> minSamples;
  private final ArithmeticTyper arithmetic;
  private final Deque<String> path = new ArrayDeque<>();

  /**
   * @param minSamples of the rule; takes the place of what each statistic needs by itself
   */
  ValueTyper(
      Problems problems,
      Metrics metrics,
      Interner interner,
      TermTyper terms,
      RuleWindows windows,
      RuleClauses ruleClauses,
      Optional<Long> minSamples) {
    this.problems = problems;
    this.metrics = metrics;
    this.interner = interner;
    this.terms = terms;
    this.windows = windows;
    this.ruleClauses = ruleClauses;
    this.minSamples = minSamples;
    this.arithmetic = new ArithmeticTyper(problems);
  }

  TypedValue type(Expr expr) throws TypingException {
    return value(expr, Clauses.NONE, expr);
  }

  /** The two sides of a comparison as one number, to be compared with 0. */
  Calculated compared(Calculated left, Calculated right, Expr whole) throws TypingException {
    return arithmetic.compared(left, right, whole.span());
  }

  /**
   * @param outer the clauses behind the metrics that led here
   * @param written what the author wrote in the condition, for texts
   */
  private TypedValue value(Expr expr, Clauses outer, Expr written) throws TypingException {
    if (expr instanceof Expr.NumberLiteral number) {
      return Constants.literal(number);
    }
    if (expr instanceof Expr.Name name) {
      return metric(new Located<>(name.name(), name.span()), outer, written);
    }
    if (expr instanceof Expr.Term term) {
      Clauses clauses = Clauses.of(term).under(outer, problems);
      return term.metric().isPresent()
          ? metric(term.metric().get(), clauses, written)
          : reading(terms.function(term, ruleClauses.complete(clauses), windows, written), written);
    }
    if (expr instanceof Expr.Negation negation) {
      return arithmetic.negated(value(negation.operand(), outer, negation.operand()), expr.span());
    }
    if (expr instanceof Expr.Arithmetic sum) {
      return combined(sum, outer);
    }
    throw problems.error(
        Code.NOT_A_CONDITION,
        expr.span(),
        "expected a metric or an aggregate, not '" + expr.span().text() + "'");
  }

  private TypedValue combined(Expr.Arithmetic expr, Clauses outer) throws TypingException {
    TypedValue left = null;
    TypingException failed = null;
    try {
      left = value(expr.left(), outer, expr.left());
    } catch (TypingException reported) {
      failed = reported; // the right side may have problems of its own
    }
    TypedValue right = value(expr.right(), outer, expr.right());
    if (left == null || failed != null) {
      throw failed == null ? new TypingException() : failed;
    }
    return arithmetic.combine(left, expr.operator(), right, expr.span());
  }

  private Calculated reading(ReadingPlan reading, Expr written) {
    return new Calculated(
        new Expression.Reading(reading, minSamples.orElse(reading.statistic().defaultMinSamples())),
        reading.dimensions(),
        reading.unit(),
        reading.scale(),
        written.span());
  }

  private TypedValue metric(Located<String> name, Clauses clauses, Expr written)
      throws TypingException {
    if (name.value().startsWith(EngineGauge.PREFIX)) {
      return reading(gauge(name, clauses, written), written);
    }
    Optional<MetricDefinition> definition = metrics.named(name);
    if (definition.isEmpty()) {
      throw problems.error(
          Code.UNKNOWN_METRIC,
          name.span(),
          "no metric '" + name.value() + "'",
          metricHint(name.value()));
    }
    if (path.contains(name.value())) {
      throw problems.error(
          Code.METRIC_CYCLE,
          name.span(),
          "metric '"
              + name.value()
              + "' is defined by itself: "
              + String.join(" -> ", path)
              + " -> "
              + name.value());
    }
    if (metrics.isBroken(name.value())) {
      throw new TypingException();
    }
    path.addLast(name.value());
    try {
      TypedValue value = value(definition.get().expression(), clauses, written);
      return value instanceof Calculated of
          ? new Calculated(of.expression(), of.dimensions(), of.unit(), of.scale(), written.span())
          : new Literal(((Literal) value).shown(), ((Literal) value).unit(), written.span());
    } finally {
      path.removeLast();
    }
  }

  private ReadingPlan gauge(Located<String> name, Clauses clauses, Expr written)
      throws TypingException {
    EngineGauge gauge =
        EngineGauge.named(name.value())
            .orElseThrow(
                () ->
                    problems.error(
                        Code.UNKNOWN_METRIC,
                        name.span(),
                        "the engine does not measure '" + name.value() + "'",
                        Suggestions.nearest(name.value(), EngineGauge.names())));
    if (!clauses.equals(Clauses.NONE)) {
      problems.error(
          Code.WRONG_ARGUMENTS,
          written.span(),
          "'" + name.value() + "' is a number of the engine, not of events: it takes no clauses");
    }
    AggregatePlan aggregate =
        interner.aggregate(
            new FoldPlan(new FoldPlan.Gauge(gauge), Optional.empty(), List.of()),
            new WindowShape.Latest());
    return interner.reading(
        aggregate,
        new Statistic.Of(Function.LAST),
        gauge.unit(),
        Math.pow(10, Constants.digits(gauge.unit())),
        name.value());
  }

  private String metricHint(String name) {
    Optional<Field> field = terms.fields().named(name);
    if (field.isEmpty()) {
      return Suggestions.nearest(name, metrics.names())
          .orElse("define it under 'metrics:', or write an aggregate such as avg(latency)");
    }
    String example =
        field.get() instanceof Field.Number
            ? "avg(" + name + ")"
            : "count() where " + name + " == \"...\"";
    String what = Fields.measured(name).isPresent() ? "a measure" : "a field of a call";
    return "it is " + what + "; fold it, as in: " + example;
  }
}
