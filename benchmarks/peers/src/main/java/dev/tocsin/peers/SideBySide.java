package dev.tocsin.peers;

import dev.tocsin.api.Call;
import dev.tocsin.peers.exact.ExactContender;
import dev.tocsin.peers.groups.GroupsRace;
import dev.tocsin.peers.ours.HardRules;
import dev.tocsin.peers.rules.Agreement;
import dev.tocsin.peers.rules.Firings;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.peers.rules.Seconds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/** Runs all contenders and prints how they compare: see README.md. */
public final class SideBySide {
  private static final int FEATURES = 100;
  private static final int MANY = 700;

  private final Options options;
  private final Report report = new Report(System.out);

  private SideBySide(Options options) {
    this.options = options;
  }

  /** Runs; see {@link Options} for the arguments. */
  public static void main(String[] args) throws IOException {
    new SideBySide(Options.of(args)).run();
  }

  private void run() throws IOException {
    report.line("%s", options.machine());
    if (options.has("rules")) {
      sharedAggregates();
    }
    if (options.has("different")) {
      differentAggregates();
    }
    if (options.has("groups")) {
      groups();
    }
    if (options.has("memory")) {
      report.line("");
      GroupsRace.latencies(1_000_000, 1.1, options.memoryMinutes()).forEach(report::group);
    }
    write(options.picture(), new ScalingPicture(report.figures()).svg());
    StringBuilder csv = new StringBuilder(Figure.CSV_HEADER);
    report.figures().forEach(figure -> csv.append(figure.csv()));
    write(options.csv(), csv.toString());
  }

  private static void write(Path path, String text) throws IOException {
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.writeString(path, text);
  }

  private void sharedAggregates() {
    Call[] calls = Seconds.traffic(options.fillSeconds() + options.timedSeconds());
    RulesRace race = new RulesRace(calls, options.fillSeconds(), options.settings());
    for (int count : new int[] {7, 70, MANY}) {
      RuleSet rules = RuleSet.shared(count);
      List<Cell> cells = race.race(rules, options.peers());
      report.cells("rules", "shared aggregates", count, cells, options.fillSeconds());
      agreement(rules, calls, cells);
    }
  }

  private void agreement(RuleSet rules, Call[] calls, List<Cell> cells) {
    Firings exact = new Firings();
    try (ExactContender contender = new ExactContender(rules, exact)) {
      new Seconds(calls).giveAllTo(contender);
    }
    for (Cell cell : cells) {
      Run run = cell.last();
      report.agreement(cell.peer().name(), Agreement.of(rules, exact, run.firings(), run.end()));
    }
    Run tight = cells.get(0).last();
    cells.stream()
        .filter(cell -> cell.peer().equals(Peer.TOCSIN))
        .filter(cell -> cell.last().end() == tight.end())
        .forEach(
            cell ->
                report.line(
                    "tocsin and tight fire at %s ticks, drift included",
                    cell.last().firings().intervals().equals(tight.firings().intervals())
                        ? "the same"
                        : "different"));
  }

  private void differentAggregates() {
    String[] features = IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toArray(String[]::new);
    Call[] calls = Seconds.traffic(options.fillSeconds() + options.timedSeconds(), features);
    RulesRace race = new RulesRace(calls, options.fillSeconds(), options.settings());
    RuleSet rules = RuleSet.different(features);
    report.cells(
        "different",
        "different aggregates: seven for each of 100 features",
        MANY,
        race.race(rules, List.of(Peer.TOCSIN)),
        options.fillSeconds());
    report.cells(
        "hard",
        "different aggregates that nothing tells apart: the share above 700 latencies",
        MANY,
        race.race(rules, List.of(new Peer("tocsin", HardRules.of(MANY)))),
        options.fillSeconds());
  }

  private void groups() {
    report.line("");
    for (int users : new int[] {1_000, 100_000, 1_000_000}) {
      for (double exponent : new double[] {1.1, 0}) {
        GroupsRace.budgets(users, exponent, options.groupMinutes()).forEach(report::group);
      }
    }
  }
}
