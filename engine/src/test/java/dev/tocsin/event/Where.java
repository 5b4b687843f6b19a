package dev.tocsin.event;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import java.util.List;

/** Statements about one event, as written. */
final class Where {
  private Where() {}

  /** The predicates of many texts, in their order. */
  static List<Predicate> all(List<String> texts) {
    StringBuilder rules = new StringBuilder("rules:\n");
    for (int i = 0; i < texts.size(); i++) {
      rules.append("  - name: r%d%n    condition: |-%n".formatted(i));
      rules.append("      count() where (%s) over 5m > 0%n".formatted(texts.get(i)));
    }
    return Rules.parse("rules.yaml", rules.toString()).rules().stream()
        .map(
            rule ->
                rule.comparisons().get(0).crossing().reading().readings().get(0).aggregate().fold())
        .map(fold -> fold.where().orElseThrow())
        .toList();
  }

  /** The predicate of a text as it stands behind {@code where}. */
  static Predicate of(String text, DeclaredField... fields) {
    Plan plan =
        Rules.parse(
            "rules.yaml",
            """
            rules:
              - name: r
                condition: |-
                  count() where (%s) over 5m > 0
            """
                .formatted(text),
            List.of(fields));
    return plan.aggregates().get(0).fold().where().orElseThrow();
  }
}
