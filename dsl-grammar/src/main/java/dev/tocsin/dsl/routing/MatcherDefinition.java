package dev.tocsin.dsl.routing;

import dev.tocsin.dsl.Fragment;
import dev.tocsin.dsl.Located;

/**
 * One thing that is asked of the labels of an alert, as in {@code severity = critical}.
 *
 * @param label its name
 * @param operator how the value is compared
 * @param value without its quotes; a pattern is not looked at yet
 */
public record MatcherDefinition(Located<String> label, MatchOperator operator, Fragment value) {}
