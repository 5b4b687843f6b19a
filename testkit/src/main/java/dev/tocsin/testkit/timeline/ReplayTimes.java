package dev.tocsin.testkit.timeline;

import dev.tocsin.testkit.Replay;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Moments of a replay as people read them: in its zone, to the second, or to the millisecond where
 * its ticks are; with the date where it is longer than a day.
 */
public final class ReplayTimes {
  private static final long SECOND = 1_000_000_000L;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT);

  private final ZoneId zone;
  private final LocalDate first;
  private final boolean severalDays;
  private final DateTimeFormatter ofDay;

  private ReplayTimes(Replay replay) {
    zone = replay.zone();
    first = LocalDate.ofInstant(replay.start(), zone);
    severalDays = !first.equals(LocalDate.ofInstant(replay.end(), zone));
    boolean finer = replay.plan().tickNanos() % SECOND != 0;
    ofDay = DateTimeFormatter.ofPattern(finer ? "HH:mm:ss.SSS" : "HH:mm:ss", Locale.ROOT);
  }

  /** Of a replay. */
  public static ReplayTimes of(Replay replay) {
    return new ReplayTimes(replay);
  }

  /** {@code 10:20:00}, or {@code 2026-03-02 10:20:00} where the date is not plain. */
  public String text(Instant moment) {
    return (isDated() || !day(moment).equals(first) ? date(moment) + " " : "") + ofDay(moment);
  }

  /** {@code 10:20:00 to 10:25:00}. */
  public String span(Instant from, Instant until) {
    return text(from) + " to " + (day(from).equals(day(until)) ? ofDay(until) : text(until));
  }

  boolean isDated() {
    return severalDays;
  }

  LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, zone);
  }

  String date(Instant moment) {
    return DATE.format(moment.atZone(zone));
  }

  String ofDay(Instant moment) {
    return ofDay.format(moment.atZone(zone));
  }

  String zone() {
    return zone.getId().equals("Z") ? "UTC" : zone.getId();
  }
}
