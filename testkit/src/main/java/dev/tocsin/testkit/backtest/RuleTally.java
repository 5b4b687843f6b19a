package dev.tocsin.testkit.backtest;

import dev.tocsin.api.Severity;

/**
 * What a rule came to.
 *
 * @param rule its name
 * @param severity the mildest of its alerts, as the rule says
 * @param tally its alerts
 * @param messages that would have been sent and tell of any of its alerts, one for each channel
 * @param pages those of them that say that one of its alerts fires
 * @param hadData whether its condition was ever known
 */
public record RuleTally(
    String rule, Severity severity, AlertTally tally, long messages, long pages, boolean hadData) {}
