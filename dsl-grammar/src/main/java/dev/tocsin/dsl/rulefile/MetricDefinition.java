package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.syntax.Expr;

/**
 * A name for an expression of the condition language.
 *
 * @param name the metric's name
 * @param expression a term or arithmetic over terms; never a comparison
 */
public record MetricDefinition(Located<String> name, Expr expression) {}
