package dev.tocsin.dsl.rulefile;

import java.time.Duration;

/**
 * When an alert counts as flapping: it began to fire or resolved so often in so long.
 *
 * @param changes how often; 0 for never, where a rule turns off what it has from its defaults
 * @param within in how long
 */
public record Flapping(long changes, Duration within) {
  static final Flapping OFF = new Flapping(0, Duration.ZERO);

  /** Whether it is looked for. */
  public boolean isOn() {
    return changes > 0;
  }
}
