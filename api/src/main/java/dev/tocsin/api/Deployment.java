package dev.tocsin.api;

import static java.util.Objects.requireNonNull;

/**
 * A version of a prompt went live.
 *
 * @param timeNanos when, nanoseconds since the epoch
 * @param prompt the name of the prompt
 * @param version the version that is live from then on
 */
public record Deployment(long timeNanos, String prompt, String version) implements Event {
  public Deployment {
    requireNonNull(prompt, "prompt");
    requireNonNull(version, "version");
  }
}
