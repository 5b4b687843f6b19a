package dev.tocsin.testkit.file;

import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import java.util.List;
import java.util.Optional;

/**
 * What a test came to.
 *
 * @param test which one
 * @param replay what the rules did; empty when the trace could not be replayed
 * @param misses expectations that were not met
 * @param error why the trace could not be replayed, if it could not
 */
public record Outcome(
    RuleTest test, Optional<Replay> replay, List<Miss> misses, Optional<String> error) {
  public Outcome {
    misses = List.copyOf(misses);
  }

  /** Whether all expectations were met. */
  public boolean passed() {
    return misses.isEmpty() && error.isEmpty();
  }
}
