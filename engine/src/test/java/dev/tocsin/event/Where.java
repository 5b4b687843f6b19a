package dev.tocsin.event;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import java.util.List;

/** Statements about one event, as written. */
final class Where {
  private Where() {}

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
