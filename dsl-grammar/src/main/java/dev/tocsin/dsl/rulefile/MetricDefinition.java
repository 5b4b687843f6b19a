package dev.tocsin.dsl.rulefile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.syntax.Expr;
import java.util.Optional;

/**
 * A name for an expression of the condition language.
 *
 * @param name the metric's name
 * @param expression a term or arithmetic over terms; never a comparison
 * @param tier how often a person should look at it
 * @param description in words
 */
public record MetricDefinition(
    Located<String> name,
    Expr expression,
    Optional<Located<Tier>> tier,
    Optional<Located<String>> description) {}
