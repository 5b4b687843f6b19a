package dev.tocsin.alert;

/**
 * What the lifecycle needs to know of a rule.
 *
 * @param forNanos how long a condition must be true before its alert fires
 * @param keepFiringForNanos how long an alert goes on firing after the condition stopped being true
 * @param tickNanos how often its condition is decided
 */
public record AlertRule(long forNanos, long keepFiringForNanos, long tickNanos) {}
