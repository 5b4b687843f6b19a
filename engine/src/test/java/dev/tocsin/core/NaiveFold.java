package dev.tocsin.core;

import dev.tocsin.api.Call;
import dev.tocsin.api.Event;
import dev.tocsin.api.Status;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
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
    for (Fact fact : facts) {
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
   * How long it takes to watch a window from end to end; a period of the calendar counts at once.
   */
  static long watchedSeconds(Term term) {
    if (term.window().startsWith("per ")) {
      return 0;
    }
    long seconds = seconds(term.window());
    boolean drift = term.function().startsWith("ks");
    long pane = pane(drift ? Math.min(seconds, BASELINE) : seconds);
    return (seconds + pane - 1) / pane * pane;
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
      case "sum(cost)" -> call.costNanoDollars();
      case "avg(latency)", "p50(latency)" -> call.latencyMicros();
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
      default -> true;
    };
  }

  private static final long BASELINE = 300;

  private static LongPredicate inWindow(Term term, long tick, boolean baseline) {
    String window = term.window();
    if (window.startsWith("per ")) {
      Object now = period(window, tick - 1);
      return stamp -> !baseline && period(window, stamp).equals(now);
    }
    long seconds = seconds(window);
    boolean drift = term.function().startsWith("ks");
    long pane = pane(drift ? Math.min(seconds, BASELINE) : seconds);
    long length = (seconds + pane - 1) / pane * pane;
    long from = Math.floorDiv(tick - length * SECOND, pane * SECOND) * pane * SECOND;
    long before = from - (BASELINE + pane - 1) / pane * pane * SECOND;
    return baseline ? stamp -> stamp >= before && stamp < from : stamp -> stamp >= from;
  }

  /** The longest whole number of seconds that divides a window and is at most a sixtieth of it. */
  static long pane(long seconds) {
    long pane = 1;
    for (long p = 1; p * 60 <= seconds; p++) {
      pane = seconds % p == 0 ? p : pane;
    }
    return pane;
  }

  /** The length of a sliding window. */
  static long seconds(String window) {
    String length = window.split(" ", 3)[1];
    return Long.parseLong(length.substring(0, length.length() - 1))
        * (length.endsWith("m") ? 60 : 1);
  }

  private static Object period(String window, long stamp) {
    return switch (window) {
      case "per minute" -> Math.floorDiv(stamp, 60 * SECOND);
      case "per hour" -> Math.floorDiv(stamp, 3600 * SECOND);
      default -> Instant.EPOCH.plusNanos(stamp).atZone(ZoneId.of("Europe/Berlin")).toLocalDate();
    };
  }
}
