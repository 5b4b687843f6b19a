package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How well alerts noticed what did go wrong. An alert notices an incident when it begins to fire
 * from {@code slack} before the beginning of the incident up to its end, and is of one of the
 * incident's rules where it has any. It is right when it notices at least one. Immutable.
 *
 * @param alerts how many fired
 * @param right how many of them notice an incident
 * @param incidents those within the trace, and how each was noticed
 * @param outside incidents that lie wholly outside of the trace and do not count
 * @param rules the same of each rule that fired or that an incident names, by name
 */
public record Detection(
    long alerts,
    long right,
    List<Noticed> incidents,
    List<LabelledIncident> outside,
    List<RuleDetection> rules) {
  /** Alerts that come a little before the beginning that somebody wrote down are right. */
  public static final Duration SLACK = Duration.ofMinutes(5);

  public Detection {
    incidents = List.copyOf(incidents);
    outside = List.copyOf(outside);
  }

  /**
   * How an incident was noticed.
   *
   * @param incident the incident
   * @param by how many alerts
   * @param first the first of them, if any
   */
  public record Noticed(LabelledIncident incident, long by, Optional<PastAlert> first) {

    /** From the beginning of the incident to that alert; negative when it came before. */
    public Optional<Duration> timeToDetect() {
      return first.map(alert -> Duration.between(incident.from(), alert.fired().orElseThrow()));
    }
  }

  /**
   * Holds alerts against incidents.
   *
   * @param from the beginning of the trace
   * @param until its end
   */
  static Detection of(
      List<PastAlert> all,
      List<LabelledIncident> incidents,
      Duration slack,
      Instant from,
      Instant until) {
    List<PastAlert> fired = all.stream().filter(PastAlert::hasFired).toList();
    List<LabelledIncident> within =
        incidents.stream()
            .filter(each -> !each.until().isBefore(from) && !each.from().isAfter(until))
            .toList();
    long right =
        fired.stream()
            .filter(alert -> within.stream().anyMatch(each -> notices(alert, each, slack)))
            .count();
    return new Detection(
        fired.size(),
        right,
        within.stream().map(each -> noticed(each, fired, slack)).toList(),
        incidents.stream().filter(each -> !within.contains(each)).toList(),
        rules(fired, within, slack));
  }

  private static List<RuleDetection> rules(
      List<PastAlert> fired, List<LabelledIncident> within, Duration slack) {
    SortedSet<String> names = new TreeSet<>();
    fired.forEach(alert -> names.add(alert.rule()));
    within.forEach(incident -> names.addAll(incident.rules()));
    return names.stream().map(name -> rule(name, fired, within, slack)).toList();
  }

  private static RuleDetection rule(
      String name, List<PastAlert> fired, List<LabelledIncident> within, Duration slack) {
    List<PastAlert> own = fired.stream().filter(alert -> alert.rule().equals(name)).toList();
    List<LabelledIncident> concerned = within.stream().filter(each -> each.concerns(name)).toList();
    return new RuleDetection(
        name,
        own.size(),
        own.stream()
            .filter(alert -> concerned.stream().anyMatch(each -> notices(alert, each, slack)))
            .count(),
        concerned.stream()
            .filter(each -> own.stream().anyMatch(alert -> notices(alert, each, slack)))
            .count(),
        concerned.size());
  }

  private static Noticed noticed(LabelledIncident incident, List<PastAlert> fired, Duration slack) {
    List<PastAlert> by = fired.stream().filter(alert -> notices(alert, incident, slack)).toList();
    return new Noticed(
        incident,
        by.size(),
        by.stream().min(Comparator.comparing(alert -> alert.fired().orElseThrow())));
  }

  private static boolean notices(PastAlert alert, LabelledIncident incident, Duration slack) {
    Instant at = alert.fired().orElseThrow();
    return incident.concerns(alert.rule())
        && !at.isBefore(incident.from().minus(slack))
        && !at.isAfter(incident.until());
  }

  /** How many incidents were noticed. */
  public long detected() {
    return incidents.stream().filter(each -> each.first().isPresent()).count();
  }

  /** The share of the alerts that are right; empty where nothing fired. */
  public OptionalDouble precision() {
    return share(right, alerts);
  }

  /** The share of the incidents that were noticed; empty where there are none. */
  public OptionalDouble recall() {
    return share(detected(), incidents.size());
  }

  /** The harmonic mean of both; empty where one of them is, 0 where both are 0. */
  public OptionalDouble f1() {
    if (precision().isEmpty() || recall().isEmpty()) {
      return OptionalDouble.empty();
    }
    double sum = precision().getAsDouble() + recall().getAsDouble();
    return OptionalDouble.of(
        sum == 0 ? 0 : 2 * precision().getAsDouble() * recall().getAsDouble() / sum);
  }

  /** The median over the incidents that were noticed, the nearest rank; empty where none was. */
  public Optional<Duration> timeToDetect() {
    List<Duration> sorted =
        incidents.stream().flatMap(each -> each.timeToDetect().stream()).sorted().toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  static OptionalDouble share(long part, long whole) {
    return whole == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) part / whole);
  }
}
