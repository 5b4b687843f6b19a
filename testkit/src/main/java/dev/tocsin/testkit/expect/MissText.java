package dev.tocsin.testkit.expect;

import dev.tocsin.dsl.Span;
import dev.tocsin.testkit.Replay;
import dev.tocsin.testkit.timeline.Timeline;

/** An expectation that was not met, in words. */
public final class MissText {
  private MissText() {}

  /** What was expected and what happened, in one sentence. */
  public static String sentence(Miss miss) {
    return "expected that " + miss.expected() + ", but " + miss.found();
  }

  /** File, line and column. */
  public static String place(Miss miss) {
    Span span = miss.place();
    return "%s:%d:%d"
        .formatted(
            span.source().name(),
            span.source().line(span.start()),
            span.source().column(span.start()));
  }

  /** What happened around it, in lines; empty where no moment says why. */
  public static String timeline(Miss miss, Replay replay) {
    if (miss.whole()) {
      return "";
    }
    Timeline whole = Timeline.of(replay);
    return miss.rule()
        .map(whole::about)
        .orElse(whole)
        .expected(miss.expected(), miss.until())
        .around(miss.from(), miss.until())
        .text();
  }

  /** All of it. */
  public static String of(Miss miss, Replay replay) {
    String timeline = timeline(miss, replay);
    return place(miss)
        + ": expected that "
        + miss.expected()
        + "\nbut "
        + miss.found()
        + (timeline.isEmpty() ? "" : "\n\n" + timeline);
  }
}
