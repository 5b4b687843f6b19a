package dev.tocsin.testkit.backtest;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What becomes of alerts when rules change, on the same trace. Only alerts that fired are looked
 * at. Immutable.
 *
 * @param before the old rules
 * @param after the new rules
 * @param added alerts that only the new rules have, by the time at which they fire
 * @param removed alerts that only the old rules have, by the time at which they fired
 * @param pairs alerts that both have, by the time at which they fired under the old rules
 */
public record AlertDiff(
    Backtest before,
    Backtest after,
    List<PastAlert> added,
    List<PastAlert> removed,
    List<AlertPair> pairs) {
  /** What may lie between two alerts that are taken for the same. */
  public static final Duration NEAR = Duration.ofMinutes(10);

  public AlertDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    pairs = List.copyOf(pairs);
  }

  /**
   * Between two runs on one trace. Alerts are the same when they are of one rule, group and reason
   * and overlap in time or are no further apart than {@code near}; each is matched once, as many as
   * possible, and of all ways to do so the one whose beginnings are nearest.
   */
  public static AlertDiff of(Backtest before, Backtest after, Duration near) {
    Map<PastAlert.Subject, List<PastAlert>> old = bySubject(before);
    Map<PastAlert.Subject, List<PastAlert>> young = bySubject(after);
    Instant end = before.until().isAfter(after.until()) ? before.until() : after.until();
    List<AlertPair> pairs = new ArrayList<>();
    old.forEach(
        (subject, alerts) ->
            pairs.addAll(
                new Matching(alerts, young.getOrDefault(subject, List.of()), near, end).pairs()));
    pairs.sort(Comparator.comparing(pair -> fired(pair.before())));
    Set<String> oldMatched = new HashSet<>();
    Set<String> youngMatched = new HashSet<>();
    pairs.forEach(
        pair -> {
          oldMatched.add(pair.before().key());
          youngMatched.add(pair.after().key());
        });
    return new AlertDiff(
        before, after, firedWithout(youngMatched, after), firedWithout(oldMatched, before), pairs);
  }

  private static Map<PastAlert.Subject, List<PastAlert>> bySubject(Backtest backtest) {
    Map<PastAlert.Subject, List<PastAlert>> bySubject = new LinkedHashMap<>();
    for (PastAlert alert : firedWithout(Set.of(), backtest)) {
      bySubject.computeIfAbsent(alert.subject(), key -> new ArrayList<>()).add(alert);
    }
    return bySubject;
  }

  private static List<PastAlert> firedWithout(Set<String> keys, Backtest backtest) {
    return backtest.alerts().stream()
        .filter(alert -> alert.hasFired() && !keys.contains(alert.key()))
        .sorted(Comparator.comparing(AlertDiff::fired))
        .toList();
  }

  private static Instant fired(PastAlert alert) {
    return alert.fired().orElseThrow();
  }

  /** Pairs that begin at another time, have another severity, or are told to others. */
  public List<AlertPair> moved() {
    return pairs.stream().filter(AlertPair::isMoved).toList();
  }

  /** Only of one rule. */
  public AlertDiff ofRule(String rule) {
    Predicate<PastAlert> own = alert -> alert.rule().equals(rule);
    return new AlertDiff(
        before,
        after,
        added.stream().filter(own).toList(),
        removed.stream().filter(own).toList(),
        pairs.stream().filter(pair -> own.test(pair.before())).toList());
  }

  /**
   * How much longer it takes to notice what both notice: the median of the shifts of all pairs, the
   * nearest rank; negative for sooner, empty without pairs.
   */
  public Optional<Duration> shift() {
    List<Duration> sorted = pairs.stream().map(AlertPair::shift).sorted().toList();
    return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
  }

  /** Whether the new rules do the same as the old ones. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty() && moved().isEmpty();
  }
}
