package dev.tocsin.testkit.mutation;

import java.util.List;
import java.util.OptionalDouble;

/**
 * What tests noticed.
 *
 * @param noticed changes with which a test failed
 * @param survived changes with which all tests passed
 * @param untried changes for which there was no time
 */
public record MutationResult(List<Mutant> noticed, List<Mutant> survived, List<Mutant> untried) {
  public MutationResult {
    noticed = List.copyOf(noticed);
    survived = List.copyOf(survived);
    untried = List.copyOf(untried);
  }

  /** How many changes there are, tried or not. */
  public int all() {
    return noticed.size() + survived.size() + untried.size();
  }

  /**
   * The share of all changes that was noticed, from 0 to 1; what was not tried was not noticed.
   * Empty where there is nothing to change.
   */
  public OptionalDouble share() {
    return all() == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) noticed.size() / all());
  }
}
