package dev.tocsin.cli.backtest;

import dev.tocsin.testkit.backtest.AlertDiff;
import dev.tocsin.testkit.backtest.Detection;
import java.util.Optional;

/**
 * All that {@code tocsin diff} found.
 *
 * @param oldRules the old rule file as the user named it
 * @param newRules the new one
 * @param diff what becomes of the alerts
 * @param detections how well both noticed what did go wrong, if that is known
 */
record DiffReport(
    String oldRules, String newRules, AlertDiff diff, Optional<Detections> detections) {

  /**
   * Under the old rules and under the new ones; with the same incidents in the same order.
   *
   * @param before under the old rules
   * @param after under the new rules
   */
  record Detections(Detection before, Detection after) {}
}
