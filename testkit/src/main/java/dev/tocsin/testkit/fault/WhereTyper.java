package dev.tocsin.testkit.fault;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberText;
import dev.tocsin.dsl.testfile.FaultDefinition;
import dev.tocsin.event.Field;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.event.Predicate;
import dev.tocsin.plan.EventStatement;
import dev.tocsin.testkit.field.CallField;
import dev.tocsin.testkit.field.CallFields;
import java.util.List;
import java.util.Optional;

/**
 * Types what is said of calls. Fields and values are made a statement of the condition language, so
 * that both mean the same and have the same errors.
 */
final class WhereTyper {
  private final CallFields fields;
  private final Diagnostics diagnostics;

  WhereTyper(CallFields fields, Diagnostics diagnostics) {
    this.fields = fields;
    this.diagnostics = diagnostics;
  }

  Optional<Predicate> type(FaultDefinition.Where where) {
    return EventStatement.type(statement(where), FieldCatalog.BUILT_IN, diagnostics);
  }

  private Expr statement(FaultDefinition.Where where) {
    if (where instanceof FaultDefinition.Formula formula) {
      return formula.statement();
    }
    FaultDefinition.Fields mapping = (FaultDefinition.Fields) where;
    List<Expr> each = mapping.fields().stream().map(this::among).toList();
    return each.size() == 1 ? each.get(0) : new Expr.And(each, mapping.span());
  }

  private Expr among(FaultDefinition.Among among) {
    String name = fields.find(among.field().value()).map(WhereTyper::written).orElse("");
    Expr.Name field =
        new Expr.Name(name.isEmpty() ? among.field().value() : name, among.field().span());
    List<Expr> values = among.values().stream().map(value -> literal(field.name(), value)).toList();
    return values.size() == 1
        ? new Expr.Comparison(field, CompareOperator.EQUAL, values.get(0), field.span())
        : new Expr.In(field, values, false, field.span());
  }

  private static String written(CallField field) {
    return field instanceof CallField.OfScore score ? "score." + score.score() : field.name();
  }

  /** A text is one however it looks; elsewhere what looks like a number is one. */
  private static Expr literal(String name, Located<String> value) {
    Optional<Field> field = FieldCatalog.BUILT_IN.named(name);
    String text = value.value();
    if (field.filter(Field.Number.class::isInstance).isPresent()
        && NumberText.read(text) instanceof NumberText.Reading.Value number) {
      return new Expr.NumberLiteral(number.value(), number.unit(), value.span());
    }
    boolean truth = text.equals("true") || text.equals("false");
    return truth && field.filter(Field.Flag.class::isInstance).isPresent()
        ? new Expr.BooleanLiteral(text.equals("true"), value.span())
        : new Expr.StringLiteral(text, value.span());
  }
}
