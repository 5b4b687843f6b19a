package dev.tocsin.core;

import java.time.Duration;

/**
 * What bounds an engine's memory and patience.
 *
 * @param allowedLateness how much older than the last tick an event may be
 * @param scoreLateness how long after its call a score may come
 * @param rememberedCalls how many calls are remembered for scores and repeats at most
 * @param maxGroups how many groups an aggregate may have
 */
public record EngineLimits(
    Duration allowedLateness, Duration scoreLateness, int rememberedCalls, int maxGroups) {

  /** 30 s, 1 h, a million calls, a million groups. */
  public static final EngineLimits DEFAULT =
      new EngineLimits(Duration.ofSeconds(30), Duration.ofHours(1), 1_000_000, 1_000_000);

  /** These limits with another lateness. */
  public EngineLimits withAllowedLateness(Duration lateness) {
    return new EngineLimits(lateness, scoreLateness, rememberedCalls, maxGroups);
  }
}
