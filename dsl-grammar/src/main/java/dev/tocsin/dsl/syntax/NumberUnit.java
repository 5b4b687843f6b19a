package dev.tocsin.dsl.syntax;

/**
 * The unit a number was written with. The value of a literal is as written: {@code 5%} is 5 with
 * {@link #PERCENT}; only the multipliers {@code k} and {@code M} are already applied.
 */
public enum NumberUnit {
  /** No unit. */
  NONE,
  NANOSECONDS,
  MICROSECONDS,
  MILLISECONDS,
  SECONDS,
  MINUTES,
  HOURS,
  DAYS,
  WEEKS,
  /** {@code $}. */
  DOLLARS,
  /** {@code %}. */
  PERCENT
}
