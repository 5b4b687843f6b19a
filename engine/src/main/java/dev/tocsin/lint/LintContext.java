package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Code;

/**
 * What is known of where rules will run.
 *
 * @param sampled whether the events are a sample of the calls
 * @param instances how many processes run the rules, each with the calls of its own
 */
public record LintContext(boolean sampled, int instances) {
  /** Whether warnings of this code can come: those of the options of a check ask for them. */
  public boolean looksFor(Code code) {
    return switch (code) {
      case SAMPLED_CALLS -> sampled;
      case TOTAL_OF_ONE_PROCESS -> instances > 1;
      default -> true;
    };
  }

  /** One process that sees every call. */
  public static final LintContext WHOLE = new LintContext(false, 1);

  /**
   * @throws IllegalArgumentException with no instance at all
   */
  public LintContext {
    if (instances < 1) {
      throw new IllegalArgumentException("instances must be 1 or more, not " + instances);
    }
  }
}
