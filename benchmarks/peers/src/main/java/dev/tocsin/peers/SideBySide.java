package dev.tocsin.peers;

import dev.tocsin.api.Call;
import dev.tocsin.peers.rules.RuleSet;
import java.util.List;

/** Runs all contenders and prints how they compare: see README.md. */
public final class SideBySide {
  private SideBySide() {}

  /** Runs. */
  public static void main(String[] args) {
    int fill = 9_000 + 60;
    Call[] calls = Seconds.traffic(fill + Integer.parseInt(args[0]));
    RulesRace race =
        new RulesRace(calls, fill, RulesRace.Settings.of(Double.parseDouble(args[1]), 4, 9));
    List<Peer> peers =
        Peer.ALL.stream().filter(p -> args.length < 3 || args[2].contains(p.name())).toList();
    for (int count : new int[] {7, 70, 700}) {
      List<Cell> cells = race.race(RuleSet.shared(count), peers);
      double tight = cells.get(0).medianEventsASecond();
      for (Cell cell : cells) {
        System.out.printf(
            "%4d %-16s %,12.0f %6.3f (%,.0f - %,.0f, %d runs; %d changes, filled %d s)%n",
            count,
            cell.peer().name(),
            cell.medianEventsASecond(),
            cell.medianEventsASecond() / tight,
            cell.range()[0],
            cell.range()[1],
            cell.runs(),
            cell.last().firings().changes(),
            cell.last().filledSeconds());
      }
    }
  }
}
