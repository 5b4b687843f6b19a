package dev.tocsin.testkit.junit;

import dev.tocsin.testkit.expect.MissText;
import dev.tocsin.testkit.file.Outcome;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why a test of a test file failed. */
final class OutcomeText {
  private OutcomeText() {}

  /** Every expectation that was not met, with its timeline; empty when the test passed. */
  static Optional<String> of(Outcome outcome) {
    if (outcome.passed()) {
      return Optional.empty();
    }
    String misses =
        outcome.replay().stream()
            .flatMap(replay -> outcome.misses().stream().map(miss -> MissText.of(miss, replay)))
            .collect(Collectors.joining("\n\n"));
    return outcome.error().or(() -> Optional.of(misses));
  }
}
