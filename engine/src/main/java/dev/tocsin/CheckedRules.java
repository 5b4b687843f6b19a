package dev.tocsin;

import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.dsl.rulefile.RuleFile;
import dev.tocsin.plan.Plan;
import java.util.List;
import java.util.Optional;

/**
 * A rule file and what is to be said of it. Immutable.
 *
 * @param file what could be read; rules with a broken condition or name are not in it
 * @param plan the rules ready to run; empty when there is any error
 * @param diagnostics errors and warnings in the order of the file
 */
public record CheckedRules(RuleFile file, Optional<Plan> plan, List<Diagnostic> diagnostics) {
  public CheckedRules {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The plan.
   *
   * @throws InvalidRulesException when there is none
   */
  public Plan orThrow() {
    return plan.orElseThrow(() -> new InvalidRulesException(diagnostics));
  }
}
