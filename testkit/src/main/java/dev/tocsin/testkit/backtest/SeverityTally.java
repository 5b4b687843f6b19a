package dev.tocsin.testkit.backtest;

import dev.tocsin.api.Severity;

/**
 * What the alerts of a severity came to; an alert counts for the worst that it had.
 *
 * @param severity the severity
 * @param tally its alerts
 */
public record SeverityTally(Severity severity, AlertTally tally) {}
