package dev.tocsin.alert;

/**
 * What the lifecycle needs to know of a rule.
 *
 * @param forNanos how long a condition must be true before its alert fires
 * @param keepFiringForNanos how long an alert goes on firing after the condition stopped being true
 */
public record AlertRule(long forNanos, long keepFiringForNanos) {}
