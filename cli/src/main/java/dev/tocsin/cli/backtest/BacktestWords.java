package dev.tocsin.cli.backtest;

import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Durations;
import dev.tocsin.testkit.backtest.AlertTally;
import dev.tocsin.testkit.backtest.LeftOut;
import dev.tocsin.testkit.backtest.Noise;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What backtests say in words, for people and for pull requests. */
final class BacktestWords {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

  private BacktestWords() {}

  /** To the second, in a zone. */
  static String time(Instant time, ZoneId zone) {
    return TIME.format(time.truncatedTo(ChronoUnit.SECONDS).atZone(zone));
  }

  static String alerts(AlertTally all) {
    if (all.alerts() == 0) {
      return "nothing fired" + waited(all);
    }
    return Counts.grouped(all.alerts())
        + " fired for "
        + Durations.text(all.firing().total())
        + " in all"
        + (all.stillFiring() == 0 ? "" : ", " + all.stillFiring() + " to the end")
        + waited(all);
  }

  private static String waited(AlertTally all) {
    return all.waited() == 0 ? "" : "; " + Counts.grouped(all.waited()) + " waited and never fired";
  }

  /** Empty where nothing is. */
  static Optional<String> leftOut(LeftOut leftOut) {
    List<String> words = new ArrayList<>();
    add(words, leftOut.skipped(), "broken line");
    add(words, leftOut.late(), "late event");
    add(words, leftOut.duplicates(), "duplicate");
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", words));
  }

  private static void add(List<String> words, long number, String what) {
    if (number > 0) {
      words.add(Counts.of(number, what));
    }
  }

  static String noise(Noise noise) {
    if (noise.score().isEmpty()) {
      return "-";
    }
    return "%s: %s of %s (%s short, %s flapping, %s back within %s)"
        .formatted(
            share(noise.score().getAsDouble()),
            Counts.grouped(noise.noisy()),
            Counts.of(noise.alerts(), "alert"),
            Counts.grouped(noise.brief()),
            Counts.grouped(noise.flapped()),
            Counts.grouped(noise.repeated()),
            Durations.text(Noise.REPEATED));
  }

  /** From 0 to 1, to two digits. */
  static String share(double share) {
    return String.format(Locale.ROOT, "%.2f", share);
  }

  /** Fired, waited, flapped, and the total, median and longest time of firing. */
  static List<String> counts(AlertTally tally) {
    boolean fired = tally.alerts() > 0;
    return List.of(
        count(tally.alerts()),
        count(tally.waited()),
        count(tally.flapped()),
        fired ? Durations.text(tally.firing().total()) : "-",
        fired ? Durations.text(tally.firing().median()) : "-",
        fired ? Durations.text(tally.firing().longest()) : "-");
  }

  private static String count(long number) {
    return number == 0 ? "-" : Counts.grouped(number);
  }
}
