package dev.tocsin.plan;

import dev.tocsin.api.Severity;
import java.util.List;

/**
 * One rule, ready to be evaluated.
 *
 * @param index its place in {@link Plan#rules()}: the order of the file
 * @param name unique in the file
 * @param formula when its condition is true
 * @param comparisons those of the condition in the order of the text
 * @param dimensions of its groups, in alphabetical order
 * @param forNanos how long the condition must hold before the alert fires
 * @param keepFiringForNanos how long the alert goes on after the condition stopped holding
 * @param severity of its alerts
 * @param channels where its alerts go
 * @param actions what is done when an alert of it fires
 */
public record RulePlan(
    int index,
    String name,
    Formula formula,
    List<RuleComparison> comparisons,
    List<String> dimensions,
    long forNanos,
    long keepFiringForNanos,
    Severity severity,
    List<String> channels,
    List<String> actions) {
  public RulePlan {
    comparisons = List.copyOf(comparisons);
    dimensions = List.copyOf(dimensions);
    channels = List.copyOf(channels);
    actions = List.copyOf(actions);
  }
}
