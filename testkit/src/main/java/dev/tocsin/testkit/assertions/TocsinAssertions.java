package dev.tocsin.testkit.assertions;

import dev.tocsin.testkit.Replay;

/** Where assertions on replays begin; goes well with a static import of AssertJ's own. */
public final class TocsinAssertions {
  private TocsinAssertions() {}

  /** Assertions on what rules did on a trace. */
  public static ReplayAssert assertThat(Replay actual) {
    return new ReplayAssert(
        actual,
        error -> {
          throw error;
        });
  }
}
