package dev.tocsin.lint;

import dev.tocsin.dsl.diagnostic.Code;

/**
 * What is known of where rules will run.
 *
 * @param sampled whether the events are a sample of the calls
 * @param instances how many processes run the rules, each with the calls of its own
 * @param traced whether what they do on recorded traffic is looked at too
 */
public record LintContext(boolean sampled, int instances, boolean traced) {
  /** Whether warnings of this code can come: those of the options of a check ask for them. */
  public boolean looksFor(Code code) {
    return switch (code) {
      case SAMPLED_CALLS -> sampled;
      case TOTAL_OF_ONE_PROCESS -> instances > 1;
      case NEVER_FIRED, ALWAYS_FIRED, HAD_NO_DATA -> traced;
      default -> true;
    };
  }

  /** One process that sees every call. */
  public static final LintContext WHOLE = new LintContext(false, 1, false);

  /**
   * @throws IllegalArgumentException with no instance at all
   */
  public LintContext {
    if (instances < 1) {
      throw new IllegalArgumentException("instances must be 1 or more, not " + instances);
    }
  }
}
