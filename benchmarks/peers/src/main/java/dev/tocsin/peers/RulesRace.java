package dev.tocsin.peers;

import dev.tocsin.api.Call;
import dev.tocsin.peers.rules.RuleSet;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All contenders with one set of rules, taking turns. Each gets one run for the compiler to warm
 * up, which does not count, and then more until it has had its share of time.
 */
final class RulesRace {
  private final Call[] calls;
  private final int fillSeconds;
  private final Settings settings;

  RulesRace(Call[] calls, int fillSeconds, Settings settings) {
    this.calls = calls;
    this.fillSeconds = fillSeconds;
    this.settings = settings;
  }

  List<Cell> race(RuleSet rules, List<Peer> peers) {
    List<Cell> cells = peers.stream().map(Cell::new).toList();
    List<Cell> left = new ArrayList<>();
    for (Cell cell : cells) {
      Run first = run(cell.peer(), rules);
      if (first.wallNanos() > settings.slowNanos()) {
        cell.add(first); // it had its time, and the compiler too
        System.gc();
      } else {
        left.add(cell);
      }
    }
    while (!left.isEmpty()) {
      for (Cell cell : List.copyOf(left)) {
        cell.add(run(cell.peer(), rules));
        if (cell.runs() >= settings.mostRuns() || cell.spentNanos() > settings.shareNanos()) {
          left.remove(cell);
        }
      }
    }
    return cells;
  }

  private Run run(Peer peer, RuleSet rules) {
    return Run.of(peer, rules, calls, fillSeconds, settings.capNanos());
  }

  /**
   * How long it may take.
   *
   * @param capNanos a run, its filling included
   * @param slowNanos a first run longer than this is the only one
   * @param shareNanos the runs of one contender
   * @param mostRuns of one contender
   */
  record Settings(long capNanos, long slowNanos, long shareNanos, int mostRuns) {
    static Settings of(double capSeconds, double shareSeconds, int mostRuns) {
      long second = TimeUnit.SECONDS.toNanos(1);
      return new Settings(
          (long) (capSeconds * second),
          (long) (capSeconds * second / 2),
          (long) (shareSeconds * second),
          mostRuns);
    }
  }
}
