package dev.tocsin.testkit.assertions;

import dev.tocsin.api.AlertReason;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.plan.OverflowAlert;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.timeline.AlertName;
import dev.tocsin.testkit.timeline.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which alerts are meant.
 *
 * @param replay in which
 * @param rule of which rule
 * @param group what the group must have; not more than that where {@code whole}
 * @param whole whether the group has nothing else
 * @param reason why they are there
 */
record AlertScope(
    Replay replay, String rule, Map<String, String> group, boolean whole, AlertReason reason) {

  static AlertScope of(Replay replay, String rule) {
    return new AlertScope(replay, rule, Map.of(), false, AlertReason.CONDITION);
  }

  AlertScope and(String dimension, String value) {
    Map<String, String> both = new LinkedHashMap<>(group);
    both.put(dimension, value);
    return new AlertScope(replay, rule, both, whole, reason);
  }

  AlertScope in(Map<String, String> exactly) {
    return new AlertScope(replay, rule, exactly, true, reason);
  }

  AlertScope because(AlertReason other) {
    return new AlertScope(replay, rule, group, whole, other);
  }

  /** Why there can be no such alert. */
  Optional<String> nonsense() {
    List<String> rules = replay.plan().rules().stream().map(RulePlan::name).toList();
    if (isBuiltIn()) {
      return Optional.empty();
    }
    if (!rules.contains(rule)) {
      return Optional.of("there is no rule '" + rule + "' that is enabled" + hint(rule, rules));
    }
    List<String> dimensions = plan().map(RulePlan::dimensions).orElse(List.of());
    return group.keySet().stream()
        .filter(dimension -> !dimensions.contains(dimension))
        .findFirst()
        .map(
            unknown ->
                dimensions.isEmpty()
                    ? "the rule has no groups: there is no 'by' in its condition"
                    : "its groups are by "
                        + String.join(", ", dimensions)
                        + ", not by '"
                        + unknown
                        + "'"
                        + hint(unknown, dimensions));
  }

  Optional<RulePlan> plan() {
    return replay.plan().rules().stream().filter(each -> each.name().equals(rule)).findFirst();
  }

  /** Those alerts, in the order in which they began. */
  List<AlertLife> lives() {
    return AlertLife.of(replay, rule).stream()
        .filter(life -> isMeant(life) && fits(life.group()))
        .toList();
  }

  /** Of the same rule, in other groups. */
  List<AlertLife> ofOtherGroups() {
    return AlertLife.of(replay, rule).stream()
        .filter(life -> isMeant(life) && !fits(life.group()))
        .toList();
  }

  /** Of the same rule and groups, there for another reason. */
  List<AlertLife> ofOtherReasons() {
    return AlertLife.of(replay, rule).stream()
        .filter(life -> !isMeant(life) && fits(life.group()))
        .toList();
  }

  Timeline timeline() {
    return Timeline.of(replay).about((other, its) -> other.equals(rule) && fits(its));
  }

  String name() {
    return AlertName.of(rule, group)
        + (reason == AlertReason.CONDITION ? "" : " (" + reason.label() + ")");
  }

  private boolean isMeant(AlertLife life) {
    return isBuiltIn() || life.reason() == reason;
  }

  private boolean isBuiltIn() {
    return replay.plan().overflow().isPresent() && rule.equals(OverflowAlert.NAME);
  }

  private boolean fits(Map<String, String> its) {
    return whole ? its.equals(group) : its.entrySet().containsAll(group.entrySet());
  }

  private static String hint(String written, List<String> known) {
    return Suggestions.nearest(written, known).map(text -> "; " + text).orElse("");
  }
}
