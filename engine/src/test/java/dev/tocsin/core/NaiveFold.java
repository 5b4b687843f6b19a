package dev.tocsin.core;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;

/** Which numbers a term takes from a list of facts, said fact by fact. */
final class NaiveFold {
  private static final long SECOND = 1_000_000_000L;

  private NaiveFold() {}

  /**
   * A call as something was learned of it.
   *
   * @param stamp where it is folded
   * @param scored the late score this fact is about, or -1 for the call itself
   */
  record Fact(long stamp, Call call, long scored) {}

  /** The numbers in the window (or the baseline before it) at a tick. */
  static List<Long> numbers(
      Term term, List<String> group, List<Fact> facts, long tick, boolean baseline) {
    LongPredicate inWindow = inWindow(term, tick, baseline);
    List<Long> numbers = new ArrayList<>();
    List<Fact> byStamp = new ArrayList<>(facts);
    byStamp.sort(Comparator.comparingLong(Fact::stamp)); // of one stamp, as they came
    for (Fact fact : byStamp) {
      if (inWindow.test(fact.stamp())
          && group(fact.call(), term.by()).equals(group)
          && (isOrphan(fact) ? term.where().isEmpty() : matches(term.where(), fact.call()))) {
        long number = number(term.function(), fact);
        if (number != Event.UNKNOWN) {
          numbers.add(number);
        }
      }
    }
    return numbers;
  }

  /** Whether a group ever had a number, in its window or not. */
  static boolean anyEver(Term term, List<String> group, List<Fact> facts) {
    return facts.stream()
        .filter(fact -> group(fact.call(), term.by()).equals(group))
        .filter(
            fact -> isOrphan(fact) ? term.where().isEmpty() : matches(term.where(), fact.call()))
        .anyMatch(fact -> number(term.function(), fact) != Event.UNKNOWN);
  }

  /**
   * Whether all that a window shows at a tick was watched; a period of the calendar counts when its
   * end was.
   */
  static boolean watched(Term term, long began, long tick) {
    String window = term.window();
    if (window.startsWith("per day")) {
      return offset(window) == 0
          || !((LocalDate) before(period(window, tick - 1), window, offset(window)))
              .isBefore((LocalDate) period(window, began));
    }
    if (window.startsWith("per ")) {
      return offset(window) == 0
          || (long) before(period(window, tick - 1), window, offset(window))
              >= (long) period(window, began);
    }
    long pane = pane(window);
    long seconds = whole(seconds(window), pane) + whole(offset(window), pane);
    return tick >= began + seconds * SECOND;
  }

  /** A score of an unknown call: nothing else can be said of it. */
  private static boolean isOrphan(Fact fact) {
    return fact.scored() >= 0 && fact.call().id() == null;
  }

  static List<String> group(Call call, List<String> by) {
    return by.stream()
        .map(dimension -> dimension.equals("user") ? call.user() : call.model())
        .map(value -> value == null ? "(none)" : value)
        .toList();
  }

  private static long number(String function, Fact fact) {
    Call call = fact.call();
    if (fact.scored() >= 0) {
      return function.equals("avg(score.q)") ? fact.scored() : Event.UNKNOWN;
    }
    return switch (function) {
      case "count()", "rate()" -> 1;
      case "sum(cost)", "mean_shift(cost)" -> call.costNanoDollars();
      case "avg(latency)", "p50(latency)", "min(latency)", "stddev(latency)" ->
          call.latencyMicros();
      case "distinct(user)" -> call.user() == null ? Event.UNKNOWN : call.user().charAt(1);
      case "avg(score.q)" -> call.scores().getOrDefault("q", Event.UNKNOWN);
      case "ratio(status != \"ok\")" -> call.status() == Status.OK ? 0 : 1;
      default -> call.outputTokens();
    };
  }

  private static boolean matches(String where, Call call) {
    return switch (where) {
      case "status == \"ok\"" -> call.status() == Status.OK;
      case "model == \"m1\"" -> "m1".equals(call.model());
      case "latency > 0.05" -> call.latencyMicros() > 50;
      case "user == \"u1\"" -> "u1".equals(call.user());
      case "model in (\"m1\", \"m2\")" -> call.model() != null;
      case "model == \"m1\" and status == \"ok\"" ->
          "m1".equals(call.model()) && call.status() == Status.OK;
      case "status == \"ok\" and (latency > 0.05 and user == \"u2\")" ->
          call.status() == Status.OK && call.latencyMicros() > 50 && "u2".equals(call.user());
      case "" -> true;
      case "user == \"u2\"" -> "u2".equals(call.user());
      case "user == \"u3\"" -> "u3".equals(call.user());
      case "user == \"nobody\"" -> false;
      case "user == \"u1\" and status == \"ok\"" ->
          "u1".equals(call.user()) && call.status() == Status.OK;
      case "status == \"ok\" and user == \"u3\"" ->
          "u3".equals(call.user()) && call.status() == Status.OK;
      default -> throw new IllegalArgumentException(where);
    };
  }

  private static final long BASELINE = 300;

  private static LongPredicate inWindow(Term term, long tick, boolean baseline) {
    String window = term.window();
    long offset = offset(window);
    if (window.startsWith("per ")) {
      Object shown = before(period(window, tick - 1), window, offset);
      return stamp -> !baseline && period(window, stamp).equals(shown);
    }
    long seconds = seconds(window);
    long pane = pane(window);
    long length = whole(seconds, pane);
    long ends = tick - whole(offset, pane) * SECOND;
    long from = Math.floorDiv(ends - length * SECOND, pane * SECOND) * pane * SECOND;
    long until = offset == 0 ? Long.MAX_VALUE : from + length * SECOND;
    long before = from - whole(BASELINE, pane) * SECOND;
    return baseline
        ? stamp -> stamp >= before && stamp < from
        : stamp -> stamp >= from && stamp < until;
  }

  private static long whole(long seconds, long pane) {
    return (seconds + pane - 1) / pane * pane;
  }

  /** The panes of a window: those of the shortest of it, its baseline and its offset. */
  static long pane(String window) {
    long shortest = seconds(window);
    shortest = window.contains(" vs ") ? Math.min(shortest, BASELINE) : shortest;
    return pane(offset(window) == 0 ? shortest : Math.min(shortest, offset(window)));
  }

  /** How long the longest stretch is that a sliding window shows. */
  static long longest(String window) {
    long pane = pane(window);
    return whole(seconds(window), pane) + (offset(window) == 0 ? pane - 1 : 0);
  }

  /** The longest whole number of seconds that divides a window and is at most a sixtieth of it. */
  private static long pane(long seconds) {
    long pane = 1;
    for (long p = 1; p * 60 <= seconds; p++) {
      pane = seconds % p == 0 ? p : pane;
    }
    return pane;
  }

  private static long seconds(String window) {
    return duration(window.split(" ", 3)[1]);
  }

  private static long offset(String window) {
    int at = window.indexOf(" offset ");
    return at < 0 ? 0 : duration(window.substring(at + 8).split(" ", 2)[0]);
  }

  private static long duration(String text) {
    long unit =
        switch (text.charAt(text.length() - 1)) {
          case 'm' -> 60;
          case 'h' -> 3600;
          case 'd' -> 86_400;
          default -> 1;
        };
    return Long.parseLong(text.substring(0, text.length() - 1)) * unit;
  }

  private static Object before(Object period, String window, long offset) {
    if (period instanceof LocalDate day) {
      return day.minusDays(offset / 86_400);
    }
    return (long) period - offset / (window.startsWith("per minute") ? 60 : 3600);
  }

  private static Object period(String window, long stamp) {
    if (window.startsWith("per minute")) {
      return Math.floorDiv(stamp, 60 * SECOND);
    }
    if (window.startsWith("per hour")) {
      return Math.floorDiv(stamp, 3600 * SECOND);
    }
    return Instant.EPOCH.plusNanos(stamp).atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
  }
}
