package dev.tocsin.testkit.timeline;

import dev.tocsin.api.Transition;
import java.time.Duration;

/** Transitions as they would be some hours later. */
final class Shifted {
  private static final Duration STEP = Duration.ofHours(6);

  private Shifted() {}

  static Transition by(Transition each, int steps) {
    return new Transition(
        each.time().plus(STEP.multipliedBy(steps)),
        each.rule(),
        each.group(),
        each.activation(),
        each.from(),
        each.to(),
        each.decisive(),
        each.readings(),
        each.severity(),
        each.channels(),
        each.labels(),
        each.annotations(),
        each.reason(),
        each.flapping());
  }
}
