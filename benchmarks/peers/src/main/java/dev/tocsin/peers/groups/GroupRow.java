package dev.tocsin.peers.groups;

/**
 * What was measured of one contender with a rule by user.
 *
 * @param rule which rule
 * @param contender whose state
 * @param users how many there are
 * @param traffic uniform or Zipf
 * @param nanosPerEvent in the measured part
 * @param stateBytes reachable at the end, the calls not counted
 * @param events how many were given
 * @param note empty, or why not all were given
 */
public record GroupRow(
    String rule,
    String contender,
    int users,
    String traffic,
    double nanosPerEvent,
    long stateBytes,
    long events,
    String note) {}
