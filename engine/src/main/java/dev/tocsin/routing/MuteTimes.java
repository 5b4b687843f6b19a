package dev.tocsin.routing;

import java.time.Instant;
import java.util.Optional;
import java.util.stream.Collectors;

/** When routes keep still. */
public final class MuteTimes {
  private MuteTimes() {}

  /** Why a route sends nothing at a moment, in words; empty where it does. */
  public static Optional<String> reason(RoutePlan route, Instant time) {
    Optional<String> muted =
        route.mute().stream()
            .filter(interval -> interval.contains(time))
            .findFirst()
            .map(TimeInterval::name);
    boolean outside =
        !route.active().isEmpty()
            && route.active().stream().noneMatch(interval -> interval.contains(time));
    return muted.or(
        () ->
            outside
                ? Optional.of(
                    "outside "
                        + route.active().stream()
                            .map(TimeInterval::name)
                            .collect(Collectors.joining(", ")))
                : Optional.empty());
  }
}
