package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.syntax.Expr;

/**
 * From where on an alert has a severity: {@code critical: "> 5s"}.
 *
 * @param severity info, warning or critical, where the key stands
 * @param comparison of the rule's condition, which is a value, with a constant
 */
public record SeverityLevel(Located<String> severity, Expr.Comparison comparison) {}
