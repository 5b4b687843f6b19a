package dev.tocsin.testkit.assertions;

import java.util.function.Consumer;
import org.assertj.core.api.AbstractSoftAssertions;

/** Collects all failures of assertions on replays, as AssertJ's {@code SoftAssertions} do. */
public class ReplaySoftAssertions extends AbstractSoftAssertions
    implements ReplaySoftAssertionsProvider {

  /**
   * Runs assertions and fails once, with all that failed.
   *
   * @throws AssertionError with every failure
   */
  public static void assertSoftly(Consumer<ReplaySoftAssertions> assertions) {
    ReplaySoftAssertions softly = new ReplaySoftAssertions();
    assertions.accept(softly);
    softly.assertAll();
  }
}
