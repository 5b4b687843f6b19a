package dev.tocsin.event;

import dev.tocsin.dsl.syntax.CompareOperator;
import dev.tocsin.dsl.syntax.Expr;
import dev.tocsin.dsl.syntax.NumberUnit;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Says of a syntax tree what it means for an event, in decimals of the units as shown.
 *
 * @param event numbers in milliseconds, dollars, tokens; texts; flags; without what is not known
 */
record StatementInterpreter(Map<String, Object> event) {

  private static final Set<CompareOperator> ORDERS =
      Set.of(
          CompareOperator.GREATER,
          CompareOperator.GREATER_OR_EQUAL,
          CompareOperator.LESS,
          CompareOperator.LESS_OR_EQUAL);

  /** -1 false, 0 unknown, 1 true. */
  int test(Expr expr) {
    if (expr instanceof Expr.And and) {
      return and.operands().stream().mapToInt(this::test).min().orElseThrow();
    }
    if (expr instanceof Expr.Or or) {
      return or.operands().stream().mapToInt(this::test).max().orElseThrow();
    }
    if (expr instanceof Expr.Not not) {
      return -test(not.operand());
    }
    if (expr instanceof Expr.Name name) {
      Object value = event.get(name.name());
      return value == null ? 0 : sign(value.toString().equals("true"));
    }
    if (expr instanceof Expr.In in) {
      int found =
          in.values().stream()
              .mapToInt(value -> compare(in.left(), CompareOperator.EQUAL, value))
              .max()
              .orElseThrow();
      return in.negated() ? -found : found;
    }
    Expr.Comparison comparison = (Expr.Comparison) expr;
    return compare(comparison.left(), comparison.operator(), comparison.right());
  }

  private int compare(Expr left, CompareOperator operator, Expr right) {
    if (isText(left) && isText(right) && !ORDERS.contains(operator)) {
      String one = text(left);
      String other = text(right);
      if (one == null || other == null) {
        return 0;
      }
      return switch (operator) {
        case EQUAL -> sign(one.equals(other));
        case NOT_EQUAL -> sign(!one.equals(other));
        case LIKE -> sign(one.matches(other.replace("?", ".").replace("*", ".*")));
        case MATCHES -> sign(Pattern.compile(other).matcher(one).matches());
        case NOT_MATCHES -> sign(!Pattern.compile(other).matcher(one).matches());
        default -> throw new AssertionError(operator);
      };
    }
    BigDecimal one = number(left);
    BigDecimal other = number(right);
    if (one == null || other == null) {
      return 0;
    }
    int order = one.compareTo(other);
    return switch (operator) {
      case EQUAL -> sign(order == 0);
      case NOT_EQUAL -> sign(order != 0);
      case GREATER -> sign(order > 0);
      case GREATER_OR_EQUAL -> sign(order >= 0);
      case LESS -> sign(order < 0);
      case LESS_OR_EQUAL -> sign(order <= 0);
      default -> throw new AssertionError(operator);
    };
  }

  /**
   * Two attributes are compared as texts, which for numbers is the same where there is no order.
   */
  private static boolean isText(Expr expr) {
    return expr instanceof Expr.StringLiteral
        || (expr instanceof Expr.Name name
            && List.of("model", "user", "attr.t", "attr.n").contains(name.name()));
  }

  private String text(Expr expr) {
    if (expr instanceof Expr.StringLiteral literal) {
      return literal.value();
    }
    Object value = event.get(((Expr.Name) expr).name());
    return value == null ? null : value.toString();
  }

  private BigDecimal number(Expr expr) {
    if (expr instanceof Expr.NumberLiteral literal) {
      return literal.unit() == NumberUnit.PERCENT
          ? literal.value().movePointLeft(2)
          : literal.value();
    }
    if (expr instanceof Expr.Name name) {
      return event.get(name.name()) instanceof BigDecimal number ? number : null;
    }
    if (expr instanceof Expr.Negation negation) {
      BigDecimal operand = number(negation.operand());
      return operand == null ? null : operand.negate();
    }
    Expr.Arithmetic arithmetic = (Expr.Arithmetic) expr;
    BigDecimal left = number(arithmetic.left());
    BigDecimal right = number(arithmetic.right());
    if (left == null || right == null) {
      return null;
    }
    return switch (arithmetic.operator()) {
      case ADD -> left.add(right);
      case SUBTRACT -> left.subtract(right);
      case MULTIPLY -> left.multiply(right);
      case DIVIDE -> right.signum() == 0 ? null : left.divide(right, MathContext.DECIMAL128);
    };
  }

  private static int sign(boolean truth) {
    return truth ? 1 : -1;
  }
}
