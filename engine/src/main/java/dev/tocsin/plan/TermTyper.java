package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.ComparisonClause;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.event.Predicate;
import dev.tocsin.window.WindowShape;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Types an aggregate with its clauses to a reading. */
final class TermTyper {
  /** Stands in for a window that could not be read, until the load fails. */
  private static final WindowShape UNREAD =
      WindowShape.Sliding.of(Duration.ofMinutes(1).toNanos(), Duration.ofSeconds(1).toNanos(), 0);

  private final Problems problems;
  private final PredicateTyper predicates;
  private final FunctionTyper functions;
  private final Interner interner;

  TermTyper(Problems problems, Metrics metrics, Interner interner, FieldCatalog fields) {
    this.problems = problems;
    this.predicates = new PredicateTyper(problems, new KnownFields(problems, fields, metrics));
    this.functions = new FunctionTyper(problems, predicates, metrics);
    this.interner = interner;
  }

  KnownFields fields() {
    return predicates.fields();
  }

  /**
   * Types an aggregate.
   *
   * @param clauses of the aggregate and of the metrics that led to it
   * @param written what the author wrote in the condition
   */
  ReadingPlan function(Expr.Term term, Clauses clauses, RuleWindows windows, Expr written)
      throws TypingException {
    MeasureCheck.check(term, clauses, predicates.fields());
    Optional<Predicate> where = where(clauses.where());
    List<Field> by = dimensions(clauses.by());
    Function function = functions.named(term.function().orElseThrow());
    WindowShape window = UNREAD;
    try {
      window = windows.of(function, clauses, written.span());
    } catch (TypingException reported) {
      // go on, so that all problems of a term come at once
    }
    if (clauses.comparison().isPresent() && function.comparesWithBaseline()) {
      sides(clauses.comparison().get());
    }
    FunctionTyper.Typed typed = functions.type(function, term, window);
    return interner.reading(
        interner.aggregate(new FoldPlan(typed.what(), where, by), window),
        typed.statistic(),
        typed.unit(),
        typed.scale(),
        written.span().text().strip());
  }

  /** Types what a window is compared with where that is not the stretch before it. */
  private void sides(ComparisonClause comparison) {
    if (comparison instanceof ComparisonClause.Previous) {
      return;
    }
    if (comparison instanceof ComparisonClause.Of of) {
      try {
        boolean flag =
            predicates.fields().field(of.field().value(), of.field().span()) instanceof Field.Flag;
        side(of.field(), of.current(), flag);
        side(of.field(), of.reference(), flag);
      } catch (TypingException reported) {
        // there are no values of a field that does not exist
      }
    }
    problems.notSupportedYet(comparison.span(), "'" + comparison.span().text() + "'");
  }

  private void side(Located<String> field, Located<String> value, boolean flag) {
    Expr constant =
        flag && (value.value().equals("true") || value.value().equals("false"))
            ? new Expr.BooleanLiteral(Boolean.parseBoolean(value.value()), value.span())
            : new Expr.StringLiteral(value.value(), value.span());
    try {
      predicates.type(
          new Expr.Comparison(
              new Expr.Name(field.value(), field.span()),
              CompareOperator.EQUAL,
              constant,
              field.span()));
    } catch (TypingException reported) {
      // the other side may have a problem of its own
    }
  }

  private Optional<Predicate> where(List<Expr> filters) {
    Optional<Predicate> where = Optional.empty();
    for (Expr filter : filters) {
      try {
        Predicate predicate = predicates.type(filter);
        where =
            Optional.of(
                where.isEmpty() ? predicate : new Predicate.And(List.of(where.get(), predicate)));
      } catch (TypingException reported) {
        // go on, so that all problems of a term come at once
      }
    }
    return where;
  }

  /** A dimension that is none stands as it was written, so that joins are judged as meant. */
  private List<Field> dimensions(List<Located<String>> by) {
    List<Field> fields = new ArrayList<>();
    for (Located<String> dimension : by) {
      Field field = dimension(dimension);
      if (!fields.contains(field)) {
        fields.add(field);
      }
    }
    fields.sort(Comparator.comparing(Field::name));
    return fields;
  }

  private Field dimension(Located<String> written) {
    try {
      Field field = predicates.fields().field(written.value(), written.span());
      if (!(field instanceof Field.Number)) {
        return field;
      }
      problems.error(
          Code.WRONG_ARGUMENTS,
          written.span(),
          "'" + field.name() + "' is a number; group by texts such as user, model or feature");
    } catch (TypingException reported) {
      // a placeholder does until the load fails
    }
    return new Field.Attribute(written.value(), written.value());
  }
}
