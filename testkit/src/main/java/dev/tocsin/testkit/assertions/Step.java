package dev.tocsin.testkit.assertions;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is expected of an alert.
 *
 * @param expected in words, behind the name of the alert: {@code to fire}
 * @param from when it is expected first; null for at any time
 * @param until when it is expected last; null for at any time
 * @param fits whether an alert is as expected
 * @param instead what the alerts that were looked at did, in words behind {@code but}
 */
record Step(
    String expected,
    @Nullable Instant from,
    @Nullable Instant until,
    Predicate<AlertLife> fits,
    Function<List<AlertLife>, String> instead) {

  /** At any time. */
  Step(String expected, Predicate<AlertLife> fits, Function<List<AlertLife>, String> instead) {
    this(expected, null, null, fits, instead);
  }
}
