package dev.tocsin.testkit.file;

import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.plan.OverflowAlert;
import dev.tocsin.plan.Plan;
import dev.tocsin.testkit.run.KnownChannels;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What rules name.
 *
 * @param dimensions of each enabled rule
 * @param disabled rules that are not enabled
 * @param channels of rules and receivers
 * @param receivers of the routes; none where there are no routes
 * @param actions of rules
 */
record RuleNames(
    Map<String, List<String>> dimensions,
    Set<String> disabled,
    Set<String> channels,
    Set<String> receivers,
    Set<String> actions) {

  static RuleNames of(RuleFile file, Plan plan) {
    Map<String, List<String>> dimensions = new TreeMap<>();
    plan.rules().forEach(rule -> dimensions.put(rule.name(), rule.dimensions()));
    plan.overflow().ifPresent(alert -> dimensions.put(OverflowAlert.NAME, List.of("aggregate")));
    Set<String> disabled = new TreeSet<>();
    file.rules().forEach(rule -> disabled.add(rule.name().value()));
    disabled.removeAll(dimensions.keySet());
    Set<String> actions = new TreeSet<>();
    plan.rules().forEach(rule -> actions.addAll(rule.actions()));
    return new RuleNames(
        dimensions,
        disabled,
        KnownChannels.of(plan),
        Set.copyOf(plan.routing().receivers().keySet()),
        actions);
  }
}
