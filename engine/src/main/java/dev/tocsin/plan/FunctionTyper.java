package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.window.FoldKind;
import dev.tocsin.window.WindowShape;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Types a function with its argument: what is taken of each call, and what is read of them all. */
final class FunctionTyper {
  /** What other languages call them. */
  private static final Map<String, String> OTHERWISE_CALLED =
      Map.of(
          "mean", "avg",
          "average", "avg",
          "median", "p50",
          "std", "stddev",
          "stdev", "stddev",
          "unique", "distinct",
          "count_distinct", "distinct",
          "increase", "count");

  private final Problems problems;
  private final PredicateTyper predicates;
  private final Metrics metrics;

  FunctionTyper(Problems problems, PredicateTyper predicates, Metrics metrics) {
    this.problems = problems;
    this.predicates = predicates;
    this.metrics = metrics;
  }

  /**
   * @param scale base units in one unit as shown
   */
  record Typed(FoldPlan.What what, Statistic statistic, Unit unit, double scale) {}

  /** The function of a name. */
  Function named(Located<String> name) throws TypingException {
    Optional<Function> function = Function.named(name.value());
    if (function.isEmpty()) {
      throw problems.error(
          Code.UNKNOWN_FUNCTION,
          name.span(),
          "no function '" + name.value() + "'",
          hint(name.value()));
    }
    return function.get();
  }

  /** Where the argument is wrong and the unit is known nevertheless, it is typed without it. */
  Typed type(Function function, Expr.Term term, WindowShape window) throws TypingException {
    try {
      return withArgument(function, term, window);
    } catch (TypingException reported) {
      if (function.result() == Function.Result.FIELD) {
        throw reported;
      }
      return typed(function, new FoldPlan.Calls());
    }
  }

  private Typed withArgument(Function function, Expr.Term term, WindowShape window)
      throws TypingException {
    Located<String> name = term.function().orElseThrow();
    return switch (function) {
      case COUNT -> {
        rejectArguments(function, term);
        yield typed(function, new FoldPlan.Calls());
      }
      case RATE -> {
        rejectArguments(function, term);
        yield rate(term, window);
      }
      case SUM, AVG, MEAN_SHIFT -> number(function, term, FoldKind.SUM);
      case MIN, MAX -> number(function, term, FoldKind.EXTREMES);
      case STDDEV -> number(function, term, FoldKind.MOMENTS);
      case LAST -> number(function, term, FoldKind.LAST);
      case PERCENTILE -> {
        Field.Number field = number(function, term);
        Statistic percentile = new Statistic.Percentile(Function.quantile(name.value()));
        yield typed(distribution(field), percentile, field.unit());
      }
      case RATIO -> typed(function, new FoldPlan.Share(predicates.type(argument(function, term))));
      case DISTINCT ->
          typed(function, new FoldPlan.Identity(field(function, term), FoldKind.DISTINCT));
      case KS, CLIFFS_DELTA, MANN_WHITNEY ->
          typed(
              function,
              ofAll(function, term)
                  ? new FoldPlan.EveryNumber()
                  : distribution(number(function, term)));
      case WASSERSTEIN -> {
        Field.Number field = number(function, term);
        yield typed(distribution(field), new Statistic.Of(function), field.unit());
      }
      case PSI, JS, CHI2 ->
          typed(
              function,
              ofAll(function, term)
                  ? new FoldPlan.EveryNumber()
                  : categories(field(function, term)));
      case FORECAST -> {
        Typed sum = number(function, term, FoldKind.SUM);
        problems.notSupportedYet(name.span(), "'forecast'");
        yield sum;
      }
      case CHANGES -> {
        Field field = field(function, term);
        problems.notSupportedYet(name.span(), "'changes'");
        yield typed(function, new FoldPlan.Identity(field, FoldKind.DISTINCT));
      }
    };
  }

  private Typed rate(Expr.Term term, WindowShape window) {
    double seconds = 1;
    if (window instanceof WindowShape.Sliding sliding) {
      seconds = sliding.longestSeconds();
    } else {
      problems.notSupportedYet(term.span(), "'rate' per period of the calendar");
    }
    return typed(new FoldPlan.Calls(), new Statistic.Rate(seconds), Unit.RATE);
  }

  private Typed number(Function function, Expr.Term term, FoldKind kind) throws TypingException {
    Field.Number field = number(function, term);
    return typed(new FoldPlan.Value(field, kind), new Statistic.Of(function), field.unit());
  }

  /** A function whose value has a unit of its own. */
  private static Typed typed(Function function, FoldPlan.What what) {
    return new Typed(what, new Statistic.Of(function), function.unit(Unit.COUNT), 1);
  }

  private static Typed typed(FoldPlan.What what, Statistic statistic, Unit unit) {
    return new Typed(what, statistic, unit, Math.pow(10, Constants.digits(unit)));
  }

  private static FoldPlan.Value distribution(Field.Number field) {
    return new FoldPlan.Value(
        field, field.score() ? FoldKind.SCORE_HISTOGRAM : FoldKind.LOG_HISTOGRAM);
  }

  private static FoldPlan.What categories(Field field) {
    return field instanceof Field.Number number
        ? distribution(number)
        : new FoldPlan.Identity(field, FoldKind.CATEGORIES);
  }

  /** Reported, and then typed as if they were not there. */
  private void rejectArguments(Function function, Expr.Term term) {
    if (!term.arguments().isEmpty()) {
      problems.error(
          Code.WRONG_ARGUMENTS,
          term.span(),
          "'" + function.label() + "' takes no argument",
          "as in: " + function.label() + "()");
    }
  }

  private boolean ofAll(Function function, Expr.Term term) throws TypingException {
    return argument(function, term) instanceof Expr.Star;
  }

  private Expr argument(Function function, Expr.Term term) throws TypingException {
    if (term.arguments().size() == 1) {
      return term.arguments().get(0);
    }
    String name = term.function().orElseThrow().value();
    throw problems.error(
        Code.WRONG_ARGUMENTS,
        term.span(),
        "'" + name + "' takes one argument",
        "as in: " + example(function, name));
  }

  private Field.Number number(Function function, Expr.Term term) throws TypingException {
    Field field = field(function, term);
    if (field instanceof Field.Number number) {
      return number;
    }
    if (field instanceof Field.Attribute attribute) {
      return attribute.asNumber();
    }
    Expr argument = argument(function, term);
    throw problems.error(
        Code.WRONG_ARGUMENTS,
        argument.span(),
        "'%s' needs a number and '%s' is none"
            .formatted(term.function().orElseThrow().value(), field.name()));
  }

  private Field field(Function function, Expr.Term term) throws TypingException {
    Expr argument = argument(function, term);
    if (argument instanceof Expr.Name name) {
      return predicates.fields().field(name);
    }
    String name = term.function().orElseThrow().value();
    throw problems.error(
        Code.WRONG_ARGUMENTS,
        argument.span(),
        "'" + name + "' takes the name of a field",
        "as in: " + example(function, name));
  }

  private static String example(Function function, String name) {
    return switch (function.argument()) {
      case NONE -> name + "()";
      case NUMBER -> name + "(latency)";
      case FIELD -> name + "(user)";
      case STATEMENT -> name + "(status != \"ok\")";
      case NUMBER_OR_ALL -> name + "(latency) or " + name + "(*)";
      case FIELD_OR_ALL -> name + "(model) or " + name + "(*)";
    };
  }

  private String hint(String name) {
    if (metrics.names().contains(name)) {
      return "it is a metric; write it without parentheses";
    }
    if (name.matches("p[0-9.]+")) {
      return "percentiles lie between 0 and 100, as in: p95(latency), p99.9(latency)";
    }
    String meant = OTHERWISE_CALLED.get(name.toLowerCase(Locale.ROOT));
    if (meant != null) {
      return "did you mean '" + meant + "'?";
    }
    return Suggestions.nearest(name, Function.names())
        .orElse(
            Function.names().stream()
                .filter(known -> Function.named(known).orElseThrow().computed())
                .collect(Collectors.joining(", ", "functions are ", "")));
  }
}
