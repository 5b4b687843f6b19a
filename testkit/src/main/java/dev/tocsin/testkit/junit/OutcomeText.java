package dev.tocsin.testkit.junit;

import dev.tocsin.dsl.Span;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.file.Outcome;
import dev.tocsin.testkit.timeline.Timeline;
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
            .flatMap(replay -> outcome.misses().stream().map(miss -> text(miss, replay)))
            .collect(Collectors.joining("\n\n"));
    return outcome.error().or(() -> Optional.of(misses));
  }

  private static String text(Miss miss, Replay replay) {
    return place(miss.place())
        + ": expected that "
        + miss.expected()
        + "\nbut "
        + miss.found()
        + "\n\n"
        + timeline(miss, replay).text();
  }

  private static Timeline timeline(Miss miss, Replay replay) {
    Timeline whole = Timeline.of(replay);
    Timeline timeline = miss.rule().map(whole::about).orElse(whole);
    return miss.from().equals(miss.until())
        ? timeline.expected(miss.expected(), miss.until())
        : timeline.around(miss.from(), miss.until());
  }

  private static String place(Span span) {
    return span.source().name()
        + ":"
        + span.source().line(span.start())
        + ":"
        + span.source().column(span.start());
  }
}
