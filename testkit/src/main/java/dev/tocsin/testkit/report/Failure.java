package dev.tocsin.testkit.report;

import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.expect.MissText;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a test found wrong.
 *
 * @param place file, line and column, or where else it is said
 * @param expected what was expected; empty where only {@code found} says what is wrong
 * @param found what happened instead
 * @param at a moment to look at
 * @param timeline what happened around it, in lines of text
 */
public record Failure(
    String place, String expected, String found, Optional<Instant> at, List<String> timeline) {
  public Failure {
    timeline = List.copyOf(timeline);
  }

  /** An expectation that was not met. */
  public static Failure of(Miss miss, Replay replay) {
    String timeline = MissText.timeline(miss, replay);
    return new Failure(
        MissText.place(miss),
        miss.expected(),
        miss.found(),
        miss.whole() ? Optional.empty() : Optional.of(miss.until()),
        timeline.isEmpty() ? List.of() : List.of(timeline.split("\n", -1)));
  }
}
