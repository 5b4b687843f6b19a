package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.event.Predicate;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.WindowShape;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Types a term, an aggregate or a metric with clauses, to a reading. */
final class TermTyper {
  private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,4})?)");
  private static final Set<String> NOT_YET =
      Set.of(
          "min",
          "max",
          "stddev",
          "distinct",
          "last",
          "psi",
          "chi2",
          "js",
          "wasserstein",
          "mean_shift",
          "cliffs_delta",
          "mann_whitney",
          "forecast",
          "changes");
  private static final Set<String> FUNCTIONS =
      Set.of("count", "sum", "avg", "ratio", "rate", "p50", "p90", "p95", "p99", "p99.9", "ks");

  private final Problems problems;
  private final PredicateTyper predicates;
  private final Metrics metrics;
  private final Interner interner;

  TermTyper(Problems problems, Metrics metrics, Interner interner, FieldCatalog fields) {
    this.problems = problems;
    this.predicates = new PredicateTyper(problems, new KnownFields(problems, fields, metrics));
    this.metrics = metrics;
    this.interner = interner;
  }

  KnownFields fields() {
    return predicates.fields();
  }

  /** What a function takes of each call and gives of them all. */
  private record Shape(
      FoldPlan.What what, Optional<Predicate> where, Statistic statistic, Unit unit) {}

  /**
   * Types an aggregate.
   *
   * @param clauses of the aggregate and of the metrics that led to it
   * @param written what the author wrote in the condition
   */
  ReadingPlan function(Expr.Term term, Clauses clauses, RuleWindows windows, Expr written)
      throws TypingException {
    Located<String> function = term.function().orElseThrow();
    clauses.rejectUnsupported(problems);
    MeasureCheck.check(term, clauses, predicates.fields());
    boolean drift = function.value().equals("ks");
    WindowShape window =
        drift
            ? windows.drift(clauses, written.span(), function.value())
            : windows.plain(clauses, written.span());
    Shape shape = shape(term, function, window);
    List<Field> by = dimensions(clauses.by());
    Optional<Predicate> where = Optional.empty();
    for (Expr expr : clauses.where()) {
      Predicate predicate = predicates.type(expr);
      where =
          Optional.of(
              where.isEmpty() ? predicate : new Predicate.And(List.of(where.get(), predicate)));
    }
    AggregatePlan aggregate = interner.aggregate(new FoldPlan(shape.what(), where, by), window);
    double scale = drift ? 1 : Math.pow(10, Constants.digits(shape.unit()));
    return interner.reading(
        aggregate, shape.statistic(), shape.unit(), scale, written.span().text().strip());
  }

  private Shape shape(Expr.Term term, Located<String> function, WindowShape window)
      throws TypingException {
    Optional<Predicate> all = Optional.empty();
    Matcher percentile = PERCENTILE.matcher(function.value());
    if (percentile.matches() && Double.parseDouble(percentile.group(1)) > 0) {
      Field.Number field = number(term, function);
      double quantile =
          new java.math.BigDecimal(percentile.group(1)).movePointLeft(2).doubleValue();
      return new Shape(distribution(field), all, new Statistic.Percentile(quantile), field.unit());
    }
    return switch (function.value()) {
      case "count" -> {
        arguments(term, function, 0, "count()");
        yield new Shape(new FoldPlan.Calls(), all, new Statistic.Count(), Unit.COUNT);
      }
      case "rate" -> {
        arguments(term, function, 0, "rate()");
        if (!(window instanceof WindowShape.Sliding sliding)) {
          throw problems.notSupportedYet(term.span(), "'rate' per period of the calendar");
        }
        yield new Shape(
            new FoldPlan.Calls(), all, new Statistic.Rate(sliding.longestSeconds()), Unit.RATE);
      }
      case "sum" -> {
        Field.Number field = number(term, function);
        yield new Shape(
            new FoldPlan.Value(field, FoldKind.SUM), all, new Statistic.Sum(), field.unit());
      }
      case "avg" -> {
        Field.Number field = number(term, function);
        yield new Shape(
            new FoldPlan.Value(field, FoldKind.SUM), all, new Statistic.Average(), field.unit());
      }
      case "ratio" -> {
        Expr argument = arguments(term, function, 1, "ratio(status != \"ok\")").get(0);
        yield new Shape(
            new FoldPlan.Share(predicates.type(argument)),
            all,
            new Statistic.Ratio(),
            Unit.FRACTION);
      }
      case "ks" -> {
        boolean star =
            arguments(term, function, 1, "ks(latency) or ks(*)").get(0) instanceof Expr.Star;
        yield new Shape(
            star ? new FoldPlan.EveryNumber() : distribution(number(term, function)),
            all,
            new Statistic.KolmogorovSmirnov(),
            Unit.NUMBER);
      }
      default -> {
        if (NOT_YET.contains(function.value())) {
          throw problems.notSupportedYet(function.span(), "'" + function.value() + "'");
        }
        throw problems.error(
            Code.UNKNOWN_FUNCTION,
            function.span(),
            "no function '" + function.value() + "'",
            functionHint(function.value()));
      }
    };
  }

  private String functionHint(String name) {
    if (metrics.names().contains(name)) {
      return "it is a metric; write it without parentheses";
    }
    if (name.matches("p[0-9.]+")) {
      return "percentiles lie between 0 and 100, as in: p95(latency), p99.9(latency)";
    }
    return Suggestions.nearest(name, FUNCTIONS)
        .orElse("functions are " + FUNCTIONS.stream().sorted().collect(Collectors.joining(", ")));
  }

  private static FoldPlan.Value distribution(Field.Number field) {
    return new FoldPlan.Value(
        field, field.score() ? FoldKind.SCORE_HISTOGRAM : FoldKind.LOG_HISTOGRAM);
  }

  private List<Expr> arguments(Expr.Term term, Located<String> function, int count, String example)
      throws TypingException {
    if (term.arguments().size() == count) {
      return term.arguments();
    }
    throw problems.error(
        Code.WRONG_ARGUMENTS,
        term.span(),
        "'%s' takes %s".formatted(function.value(), count == 0 ? "no argument" : "one argument"),
        "as in: " + example);
  }

  private Field.Number number(Expr.Term term, Located<String> function) throws TypingException {
    Expr argument = arguments(term, function, 1, function.value() + "(latency)").get(0);
    Span span = argument.span();
    if (argument instanceof Expr.Name name) {
      Field field = predicates.fields().field(name);
      if (field instanceof Field.Number number) {
        return number;
      }
      if (field instanceof Field.Attribute attribute) {
        return attribute.asNumber();
      }
      throw problems.error(
          Code.WRONG_ARGUMENTS,
          span,
          "'%s' needs a number and '%s' is none".formatted(function.value(), name.name()));
    }
    throw problems.error(
        Code.WRONG_ARGUMENTS,
        span,
        "'" + function.value() + "' takes the name of a field",
        "as in: " + function.value() + "(latency)");
  }

  private List<Field> dimensions(List<Located<String>> by) throws TypingException {
    java.util.ArrayList<Field> fields = new java.util.ArrayList<>();
    for (Located<String> dimension : by) {
      Field field = predicates.fields().field(dimension.value(), dimension.span());
      if (field instanceof Field.Number) {
        throw problems.error(
            Code.WRONG_ARGUMENTS,
            dimension.span(),
            "'" + field.name() + "' is a number; group by texts such as user, model or feature");
      }
      if (!fields.contains(field)) {
        fields.add(field);
      }
    }
    fields.sort(Comparator.comparing(Field::name));
    return fields;
  }
}
