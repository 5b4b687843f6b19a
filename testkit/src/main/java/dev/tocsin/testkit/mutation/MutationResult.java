package dev.tocsin.testkit.mutation;

import java.util.List;

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

  /** The share of the changes that were tried and noticed, from 0 to 1; 1 where none was tried. */
  public double share() {
    int tried = noticed.size() + survived.size();
    return tried == 0 ? 1 : (double) noticed.size() / tried;
  }
}
