package dev.tocsin.explain;

import dev.tocsin.api.Severity;
import dev.tocsin.dsl.template.Template;
import dev.tocsin.plan.RulePlan;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The labels that routes see of the alerts of a rule, as far as they are known without events.
 *
 * @param known those that every alert has, with their values
 * @param unknown those that depend on the group
 */
public record RuleLabels(Map<String, String> known, Set<String> unknown) {
  private static final List<String> BUILT_IN = List.of("rule", "alertname", "severity", "type");

  public RuleLabels {
    known = Collections.unmodifiableMap(new LinkedHashMap<>(known));
    unknown = Collections.unmodifiableSet(new LinkedHashSet<>(unknown));
  }

  /** Those of the alerts that have one of the rule's severities. */
  public static RuleLabels of(RulePlan rule, Severity severity) {
    Map<String, String> known = new LinkedHashMap<>();
    Set<String> unknown = new LinkedHashSet<>(rule.dimensions());
    rule.labels()
        .forEach(
            (name, template) -> {
              if (template.fields().findAny().isPresent()) {
                unknown.add(name);
              } else {
                known.put(name, text(template));
              }
            });
    known.put("rule", rule.name());
    known.put("alertname", rule.name());
    known.put("severity", severity.label());
    rule.type().ifPresent(type -> known.put("type", type));
    rule.dimensions().stream().filter(name -> !BUILT_IN.contains(name)).forEach(known::remove);
    unknown.removeAll(known.keySet());
    return new RuleLabels(known, unknown);
  }

  private static String text(Template template) {
    return template.parts().stream()
        .map(part -> ((Template.Text) part).text())
        .collect(Collectors.joining());
  }

  /** With what is said of some labels; what it is not said of stays. */
  public RuleLabels with(Map<String, String> said) {
    Map<String, String> more = new LinkedHashMap<>(known);
    more.putAll(said);
    Set<String> rest = new LinkedHashSet<>(unknown);
    rest.removeAll(said.keySet());
    return new RuleLabels(more, rest);
  }
}
