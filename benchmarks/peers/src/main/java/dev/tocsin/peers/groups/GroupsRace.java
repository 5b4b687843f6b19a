package dev.tocsin.peers.groups;

import dev.tocsin.Rules;
import dev.tocsin.api.Call;
import dev.tocsin.benchmarks.UserTraffic;
import dev.tocsin.peers.ours.TocsinContender;
import dev.tocsin.peers.rules.Alarm;
import dev.tocsin.peers.rules.Contender;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Rules by user, on calls that are made as they are needed and not counted. */
public final class GroupsRace {
  private static final int PIECE_SECONDS = 60;
  private static final double DOLLARS_A_CALL = 0.0024;
  private static final long LIMIT_MICROS = 30_000_000;
  private static final String RULE =
      "rules:\n  - {name: by_user, condition: '%s', severity: warning, channels: [slack]}\n";

  private GroupsRace() {}

  /**
   * A daily budget for each user: the engine and the hand-written table take turns.
   *
   * @param exponent of Zipf's law; 0 for all users alike
   * @param pieces minutes of event time, the first half to fill, the second to measure
   */
  public static List<GroupRow> budgets(int users, double exponent, int pieces) {
    double mean = DOLLARS_A_CALL * pieces * PIECE_SECONDS * UserTraffic.CALLS_A_SECOND / users;
    BigDecimal budget =
        exponent == 0
            ? BigDecimal.valueOf(3 * mean).setScale(3, RoundingMode.HALF_UP)
            : BigDecimal.TEN;
    String condition = "sum(cost) by user per day > $" + budget.toPlainString();
    return race(
        "daily budget",
        users,
        exponent,
        pieces,
        Map.of(
            "tocsin", alarm -> tocsin(condition, alarm),
            "tight", alarm -> new TightBudgets(budget.movePointRight(9).longValueExact(), alarm)));
  }

  /** An hourly percentile for each user. */
  public static List<GroupRow> latencies(int users, double exponent, int pieces) {
    String condition = "p95(latency) by user over 1h > 30s";
    return race(
        "hourly p95",
        users,
        exponent,
        pieces,
        Map.of(
            "tocsin",
            alarm -> tocsin(condition, alarm),
            "tight",
            alarm -> new TightLatencies(LIMIT_MICROS, alarm)));
  }

  static Contender tocsin(String condition, Alarm alarm) {
    return new TocsinContender(
        Rules.parse("by user", RULE.formatted(condition)), Map.of("by_user", 0), alarm);
  }

  private static List<GroupRow> race(
      String rule,
      int users,
      double exponent,
      int pieces,
      Map<String, Function<Alarm, Contender>> contenders) {
    UserTraffic traffic = new UserTraffic(users, exponent);
    long before = Heap.reachable();
    List<String> names = contenders.keySet().stream().sorted().toList();
    List<Timed> timed = new ArrayList<>();
    for (String name : names) {
      ChangeSum changes = new ChangeSum();
      timed.add(new Timed(Objects.requireNonNull(contenders.get(name)).apply(changes), changes));
    }
    int given = 0;
    while (given < pieces && !Heap.isFull()) {
      Call[] piece = traffic.next(PIECE_SECONDS);
      for (Timed each : timed) {
        each.give(piece, given >= pieces / 2);
      }
      given++;
    }
    ChangeSum first = timed.get(0).changes();
    boolean alike = timed.stream().allMatch(each -> each.changes().isLike(first));
    String note =
        given < pieces ? "stopped: the heap is full" : alike ? "" : "fired at other ticks";
    long events = (long) given * PIECE_SECONDS * UserTraffic.CALLS_A_SECOND;
    List<GroupRow> rows = new ArrayList<>();
    for (String name : names) {
      double nanos = timed.get(0).nanosPerEvent();
      long with = Heap.reachable();
      timed.remove(0).close();
      long state = with - (timed.isEmpty() ? before : Heap.reachable());
      rows.add(
          new GroupRow(
              rule,
              name,
              users,
              exponent == 0 ? "uniform" : "Zipf " + exponent,
              nanos,
              state,
              events,
              note));
    }
    return rows;
  }
}
