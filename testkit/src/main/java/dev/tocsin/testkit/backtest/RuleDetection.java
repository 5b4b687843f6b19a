package dev.tocsin.testkit.backtest;

import java.util.OptionalDouble;

/**
 * How well the alerts of one rule noticed what did go wrong.
 *
 * @param rule its name
 * @param alerts how many fired
 * @param right how many of them notice an incident
 * @param noticed how many of the incidents that concern it its alerts notice
 * @param concerned how many incidents concern it: those that name it, and those that name no rule
 */
public record RuleDetection(String rule, long alerts, long right, long noticed, long concerned) {

  /** The share of its alerts that are right; empty where none fired. */
  public OptionalDouble precision() {
    return Detection.share(right, alerts);
  }

  /** The share of the incidents that concern it that it noticed; empty where there are none. */
  public OptionalDouble recall() {
    return Detection.share(noticed, concerned);
  }
}
