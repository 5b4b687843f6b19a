package dev.tocsin.dsl.routing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * For some time, nothing is sent about certain alerts.
 *
 * @param matchers all must match; at least one
 * @param from the first moment at which it is in force; empty means it always has been
 * @param until the first moment at which it is not any more
 * @param by who wants it; empty if the file does not say
 * @param comment why; empty if the file does not say
 */
public record SilenceDefinition(
    List<MatcherDefinition> matchers,
    Optional<Instant> from,
    Instant until,
    String by,
    String comment) {
  public SilenceDefinition {
    matchers = List.copyOf(matchers);
  }
}
