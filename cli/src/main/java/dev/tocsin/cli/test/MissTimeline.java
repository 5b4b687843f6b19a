package dev.tocsin.cli.test;

import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.expect.Miss;
import dev.tocsin.testkit.timeline.Timeline;

/** What happened around an expectation that was not met. */
final class MissTimeline {
  private MissTimeline() {}

  static Timeline of(Miss miss, Replay replay) {
    Timeline timeline = Timeline.of(replay);
    if (miss.rule().isPresent()) {
      timeline = timeline.about(miss.rule().get());
    }
    return timeline.expected(miss.expected(), miss.until()).around(miss.from(), miss.until());
  }
}
