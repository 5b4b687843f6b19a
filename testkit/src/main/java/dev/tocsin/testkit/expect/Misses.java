package dev.tocsin.testkit.expect;

import dev.tocsin.dsl.Span;
import dev.tocsin.testkit.Replay;
import java.util.Optional;

/** Makes misses. */
final class Misses {
  private Misses() {}

  static Miss of(
      Span place,
      String expected,
      String found,
      Optional<String> rule,
      Window window,
      Replay replay) {
    return new Miss(
        place,
        expected,
        found,
        rule,
        window.from().orElse(replay.start()),
        window.to().or(window::from).orElse(replay.end()),
        rule.isEmpty() && window.equals(Window.ANY));
  }
}
