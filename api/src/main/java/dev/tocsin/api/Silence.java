package dev.tocsin.api;

import java.time.Instant;
import java.util.List;

/**
 * For some time, nothing is sent about alerts with certain labels, but that those stop firing of
 * which it was told that they do.
 *
 * @param id names it
 * @param matchers all of them must match; at least one
 * @param from the first moment at which it is in force
 * @param until the first moment at which it is not any more
 * @param by who wants it
 * @param comment why, may be empty
 */
public record Silence(
    String id,
    List<LabelMatcher> matchers,
    Instant from,
    Instant until,
    String by,
    String comment) {
  public Silence {
    matchers = List.copyOf(matchers);
  }

  /** Whether it is in force. */
  public boolean isActive(Instant time) {
    return !time.isBefore(from) && time.isBefore(until);
  }
}
