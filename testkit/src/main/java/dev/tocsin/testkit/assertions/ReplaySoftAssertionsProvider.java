package dev.tocsin.testkit.assertions;

import dev.tocsin.testkit.Replay;
import org.assertj.core.api.SoftAssertionsProvider;

/** Soft assertions on replays, to be mixed into soft assertions of one's own. */
public interface ReplaySoftAssertionsProvider extends SoftAssertionsProvider {

  /**
   * Assertions on what rules did on a trace, whose failures are collected. Once a step of an alert
   * has failed, the steps behind it are passed over.
   */
  default ReplayAssert assertThat(Replay actual) {
    return new ReplayAssert(actual, this::collectAssertionError);
  }
}
