package dev.tocsin.dsl.routing;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Span;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A place in the tree of routes. What is empty is as in the route above it, but for {@code mute}
 * and {@code active}, which are for the alerts of this very route.
 *
 * @param name for its path
 * @param matchers all must hold; none at the root
 * @param receiver its name
 * @param channels in place of a receiver
 * @param goesOn whether the routes behind it are looked at too
 * @param groupBy labels by which alerts are told together; {@link #EACH} alone means each by itself
 * @param groupWait how long a new group waits before its first message
 * @param groupInterval how long before news of a group already told is sent
 * @param repeatInterval how long before the same, unchanged news is sent again
 * @param mute names of intervals in which nothing is sent
 * @param active names of intervals in which alone something is sent
 * @param escalations who is told when nobody acknowledges, by time
 * @param budget how many alerts are told each by itself
 * @param children in the order of the file
 * @param span the whole route
 */
public record RouteDefinition(
    Optional<Located<String>> name,
    List<MatcherDefinition> matchers,
    Optional<Located<String>> receiver,
    Optional<List<Located<String>>> channels,
    boolean goesOn,
    Optional<List<Located<String>>> groupBy,
    Optional<Located<Duration>> groupWait,
    Optional<Located<Duration>> groupInterval,
    Optional<Located<Duration>> repeatInterval,
    List<Located<String>> mute,
    List<Located<String>> active,
    Optional<List<Escalation>> escalations,
    Optional<Budget> budget,
    List<RouteDefinition> children,
    Span span) {
  /** In {@code group_by}: every alert by itself. */
  public static final String EACH = "...";

  /**
   * Whom else to tell.
   *
   * @param after since the alert was first told, while nobody acknowledges it
   * @param receiver its name
   */
  public record Escalation(Located<Duration> after, Located<String> receiver) {}

  /**
   * How much is told.
   *
   * @param alerts that begin in one period and are told each by itself
   * @param per the length of a period
   */
  public record Budget(int alerts, Duration per) {
    /** No limit, also where the route above has one. */
    public static final Budget OFF = new Budget(0, Duration.ZERO);
  }

  public RouteDefinition {
    matchers = List.copyOf(matchers);
    mute = List.copyOf(mute);
    active = List.copyOf(active);
    children = List.copyOf(children);
  }
}
