package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.testkit.backtest.AlertDiff;
import dev.tocsin.testkit.backtest.AlertPair;
import dev.tocsin.testkit.backtest.Backtest;
import dev.tocsin.testkit.backtest.PastAlert;
import dev.tocsin.testkit.backtest.ReceiverTally;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** What differences say in words, for people and for pull requests. */
final class DiffWords {
  private DiffWords() {}

  /** {@code 1 added, 2 removed, 3 moved, 4 the same}. */
  static String changes(AlertDiff diff) {
    int moved = diff.moved().size();
    return "%s added, %s removed, %s moved, %s the same"
        .formatted(
            Counts.grouped(diff.added().size()),
            Counts.grouped(diff.removed().size()),
            Counts.grouped(moved),
            Counts.grouped(diff.pairs().size() - moved));
  }

  /** {@code 12 alerts, 22 pages}. */
  static String totals(Backtest backtest) {
    return Counts.of(backtest.all().alerts(), "alert") + ", " + Counts.of(pages(backtest), "page");
  }

  static long pages(Backtest backtest) {
    return backtest.receivers().stream().mapToLong(ReceiverTally::pages).sum();
  }

  /** {@code 5m later}, {@code 30s sooner}, {@code at the same time}. */
  static String shift(Duration shift) {
    if (shift.isZero()) {
      return "at the same time";
    }
    return Durations.text(shift.abs()) + (shift.isNegative() ? " sooner" : " later");
  }

  /** As in a table. */
  static String shift(Optional<Duration> shift) {
    return shift.map(each -> each.isZero() ? "same" : shift(each)).orElse("-");
  }

  /** {@code 5m later; warning -> critical; slack -> email}. */
  static String moved(AlertPair pair) {
    List<String> parts = new ArrayList<>();
    if (!pair.shift().isZero()) {
      parts.add(shift(pair.shift()));
    }
    if (pair.changesSeverity()) {
      parts.add(pair.before().severity().label() + " -> " + pair.after().severity().label());
    }
    if (pair.changesReceivers()) {
      parts.add(receivers(pair.before()) + " -> " + receivers(pair.after()));
    }
    return String.join("; ", parts);
  }

  /** {@code critical for 5m to slack, pagerduty}. */
  static String life(PastAlert alert, Instant until) {
    return "%s for %s to %s"
        .formatted(alert.severity().label(), Durations.text(alert.firing(until)), receivers(alert));
  }

  /** The rules of both, the new ones in their order first. */
  static List<String> rules(AlertDiff diff) {
    List<String> names = new ArrayList<>();
    diff.after().rules().forEach(rule -> names.add(rule.rule()));
    diff.before().rules().stream()
        .map(rule -> rule.rule())
        .filter(name -> !names.contains(name))
        .forEach(names::add);
    return names;
  }

  private static String receivers(PastAlert alert) {
    return alert.receivers().isEmpty() ? "nobody" : String.join(", ", alert.receivers());
  }

  /** Receivers and channels of both. */
  static List<PageCount> pageCounts(AlertDiff diff) {
    TreeSet<String> names = new TreeSet<>();
    diff.before().receivers().forEach(each -> names.add(name(each)));
    diff.after().receivers().forEach(each -> names.add(name(each)));
    return names.stream()
        .map(name -> new PageCount(name, pages(diff.before(), name), pages(diff.after(), name)))
        .toList();
  }

  private static long pages(Backtest backtest, String name) {
    return backtest.receivers().stream()
        .filter(each -> name(each).equals(name))
        .mapToLong(ReceiverTally::pages)
        .sum();
  }

  private static String name(ReceiverTally each) {
    return each.receiver().equals(each.channel())
        ? each.receiver()
        : each.receiver() + " (" + each.channel() + ")";
  }

  /**
   * Pages of a receiver through a channel.
   *
   * @param name both
   * @param before under the old rules
   * @param after under the new rules
   */
  record PageCount(String name, long before, long after) {}
}
