/**
 * The typed plan of a set of rules: names resolved, units checked, aggregates shared, constants
 * gathered, conditions in negation normal form. Immutable, and knows nothing of Drools.
 */
@NullMarked
package dev.tocsin.plan;

import org.jspecify.annotations.NullMarked;
