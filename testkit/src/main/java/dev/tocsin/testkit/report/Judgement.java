package dev.tocsin.testkit.report;

import dev.tocsin.testkit.backtest.Detection;
import dev.tocsin.testkit.backtest.Sweep;
import java.util.Optional;

/**
 * What a backtest adds to a report.
 *
 * @param detection how well incidents were noticed, where they are known
 * @param sweep what a rule does with other numbers, where that was asked for
 */
public record Judgement(Optional<Detection> detection, Optional<Sweep> sweep) {}
