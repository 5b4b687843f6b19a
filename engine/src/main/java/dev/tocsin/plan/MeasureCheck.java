package dev.tocsin.plan;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Code;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.event.Field;
import dev.tocsin.event.Fields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate sees calls, or the measures of one name: whoever names a measure cannot ask for a
 * field of calls beside it.
 */
final class MeasureCheck {
  private final List<Located<String>> names = new ArrayList<>();

  private MeasureCheck() {}

  static void check(Expr.Term term, Clauses clauses, KnownFields fields) throws TypingException {
    MeasureCheck check = new MeasureCheck();
    term.arguments().forEach(check::collect);
    clauses.where().forEach(check::collect);
    check.names.addAll(clauses.by());
    Optional<Located<String>> measure =
        check.names.stream().filter(name -> Fields.measured(name.value()).isPresent()).findFirst();
    if (measure.isEmpty()) {
      return;
    }
    for (Located<String> name : check.names) {
      if (!name.value().equals(measure.get().value())) {
        requireLabel(name, measure.get().value(), fields);
      }
    }
  }

  private static void requireLabel(Located<String> name, String measure, KnownFields fields)
      throws TypingException {
    if (Fields.measured(name.value()).isPresent()) {
      throw fields
          .problems()
          .error(
              Code.NOT_A_CONDITION,
              name.span(),
              "'%s' and '%s' are never measured by one event".formatted(measure, name.value()),
              "join two aggregates with 'and'");
    }
    Field field = fields.field(name.value(), name.span());
    if (field.attribute().isEmpty()) {
      throw fields
          .problems()
          .error(
              Code.NOT_A_CONDITION,
              name.span(),
              "'%s' is a field of calls, and an aggregate of '%s' sees only measures"
                  .formatted(name.value(), measure),
              field instanceof Field.Number
                  ? "join two aggregates with 'and'"
                  : "labels of a measure are attributes, as in: attr." + name.value());
    }
  }

  private void collect(Expr expr) {
    if (expr instanceof Expr.Name name) {
      names.add(new Located<>(name.name(), name.span()));
    } else if (expr instanceof Expr.And and) {
      and.operands().forEach(this::collect);
    } else if (expr instanceof Expr.Or or) {
      or.operands().forEach(this::collect);
    } else if (expr instanceof Expr.Not not) {
      collect(not.operand());
    } else if (expr instanceof Expr.Negation negation) {
      collect(negation.operand());
    } else if (expr instanceof Expr.In in) {
      collect(in.left());
    } else if (expr instanceof Expr.Comparison comparison) {
      collect(comparison.left());
      collect(comparison.right());
    } else if (expr instanceof Expr.Arithmetic arithmetic) {
      collect(arithmetic.left());
      collect(arithmetic.right());
    }
  }
}
