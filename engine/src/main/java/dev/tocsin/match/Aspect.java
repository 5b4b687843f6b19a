package dev.tocsin.match;

/** What is decided of a rule for a group. */
public enum Aspect {
  /** The condition is true. */
  HOLDS,
  /** The first severity above the mildest has come. */
  WORSE,
  /** The second severity above the mildest has come. */
  WORST,
  /** The condition is neither true nor false, for lack of data; only where the rule asks. */
  UNKNOWN,
  /** What {@code resolve_when} says is true. */
  RESOLVES,
  /** The group had data within the last day, or is the one of all; only where the rule asks. */
  REMEMBERED
}
