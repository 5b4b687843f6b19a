package dev.tocsin.plan;

import dev.tocsin.api.Unit;
import dev.tocsin.dsl.Span;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that stands in a condition, or that its author calculated there.
 *
 * @param shown in the unit as shown: milliseconds, dollars, shares of one
 * @param unit what it was written with; a bare number takes the unit of what it is compared with
 * @param span where it was written
 */
record Literal(BigDecimal shown, Optional<Unit> unit, Span span) implements TypedValue {}
