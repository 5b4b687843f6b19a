package dev.tocsin.dsl.syntax;

/** How tightly the parts of a condition hold together, loosest first. */
enum Precedence {
  OR,
  AND,
  NOT,
  COMPARISON,
  SUM,
  PRODUCT,
  SIGN,
  OPERAND;

  static Precedence of(Expr expr) {
    if (expr instanceof Expr.Or) {
      return OR;
    }
    if (expr instanceof Expr.And) {
      return AND;
    }
    if (expr instanceof Expr.Not) {
      return NOT;
    }
    if (expr instanceof Expr.Comparison || expr instanceof Expr.In) {
      return COMPARISON;
    }
    if (expr instanceof Expr.Negation) {
      return SIGN;
    }
    if (expr instanceof Expr.Arithmetic arithmetic) {
      return switch (arithmetic.operator()) {
        case ADD, SUBTRACT -> SUM;
        case MULTIPLY, DIVIDE -> PRODUCT;
      };
    }
    return OPERAND;
  }
}
