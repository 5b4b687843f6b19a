package dev.tocsin.plan;

import dev.tocsin.api.Severity;

/**
 * When an alert has a severity above that of its rule.
 *
 * @param severity which
 * @param formula when; it is never true where the rule's condition is not
 */
public record WorsePlan(Severity severity, Formula formula) {}
