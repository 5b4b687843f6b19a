package dev.tocsin.cli.backtest;

import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.backtest.Sweep;
import java.util.Optional;

/**
 * All that {@code tocsin backtest} found.
 *
 * @param rules the rule file as the user named it
 * @param backtest what its rules did
 * @param detection how well they noticed what did go wrong, if that is known
 * @param sweep what they do with other numbers, if asked for
 */
record BacktestReport(
    String rules, Backtest backtest, Optional<Detection> detection, Optional<Sweep> sweep) {}
