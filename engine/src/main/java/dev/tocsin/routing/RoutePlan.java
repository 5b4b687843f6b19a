package dev.tocsin.routing;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A place in the tree of routes, with what it has from those above it.
 *
 * @param path names it: the matchers from the root down, so that it stays the same when others are
 *     added; unique
 * @param matchers all must hold; none at the root
 * @param receiver its name; empty where nobody above names one, then alerts go to the channels of
 *     their severity. Channels that a rule names itself come before both
 * @param goesOn whether the routes behind it are looked at too
 * @param groupBy labels by which alerts are told together, in the order of the file
 * @param groupsByAll whether every alert is told by itself
 * @param groupWaitNanos how long a new group waits before its first message
 * @param groupIntervalNanos how long before news of a group already told is sent
 * @param repeatIntervalNanos how long before the same, unchanged news is sent again
 * @param mute nothing is sent in any of these
 * @param active if there are any, all is sent in these alone
 * @param escalations who is told when nobody acknowledges, by time
 * @param budget how many alerts are told each by itself, if that is limited
 * @param children in the order of the file
 */
public record RoutePlan(
    String path,
    List<LabelTest> matchers,
    Optional<String> receiver,
    boolean goesOn,
    List<String> groupBy,
    boolean groupsByAll,
    long groupWaitNanos,
    long groupIntervalNanos,
    long repeatIntervalNanos,
    List<TimeInterval> mute,
    List<TimeInterval> active,
    List<Escalation> escalations,
    Optional<Budget> budget,
    List<RoutePlan> children) {
  /** How long before the same news is sent again where a file does not say. */
  public static final Duration REPEAT_INTERVAL = Duration.ofHours(4);

  /** Every alert by itself and at once. */
  static final RoutePlan DEFAULT =
      new RoutePlan(
          "{}",
          List.of(),
          Optional.empty(),
          false,
          List.of(),
          true,
          0,
          0,
          REPEAT_INTERVAL.toNanos(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          List.of());

  /** A route that the file does not have any more, for what is still to be told of it. */
  public static RoutePlan gone(
      String path, long groupWaitNanos, long groupIntervalNanos, long repeatIntervalNanos) {
    return new RoutePlan(
        path,
        List.of(),
        Optional.empty(),
        false,
        List.of(),
        false,
        groupWaitNanos,
        groupIntervalNanos,
        repeatIntervalNanos,
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }

  /**
   * Whom else to tell.
   *
   * @param afterNanos since the alert was first told, while nobody acknowledges it
   * @param receiver its name
   */
  public record Escalation(long afterNanos, String receiver) {}

  /**
   * How much is told.
   *
   * @param alerts that begin in one period and are told each by itself; the rest is summed up
   * @param perNanos the length of a period; periods are aligned to the epoch
   */
  public record Budget(int alerts, long perNanos) {}

  public RoutePlan {
    matchers = List.copyOf(matchers);
    groupBy = List.copyOf(groupBy);
    mute = List.copyOf(mute);
    active = List.copyOf(active);
    escalations = List.copyOf(escalations);
    children = List.copyOf(children);
  }
}
