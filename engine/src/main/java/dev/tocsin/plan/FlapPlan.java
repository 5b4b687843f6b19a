package dev.tocsin.plan;

/**
 * When an alert counts as flapping.
 *
 * @param changes it began to fire or resolved so often
 * @param withinNanos in so long
 */
public record FlapPlan(int changes, long withinNanos) {}
