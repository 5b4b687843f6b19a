package dev.tocsin.peers;

import dev.tocsin.peers.groups.GroupRow;
import dev.tocsin.peers.rules.Agreement;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints tables as the figures come in, and keeps the figures. */
final class Report {
  private static final double NANOS = 1e9;
  private static final double MIB = 1 << 20;
  private static final int SHOWN_DIFFERENCES = 3;

  private final PrintStream out;
  private final List<Figure> figures = new ArrayList<>();

  Report(PrintStream out) {
    this.out = out;
  }

  /** All so far. */
  List<Figure> figures() {
    return List.copyOf(figures);
  }

  void line(String text, Object... values) {
    out.printf(text + "%n", values);
  }

  /** A table of contenders, with ratios to the first. */
  void cells(String part, String variant, int rules, List<Cell> cells, int fillSeconds) {
    line("");
    line("%d rules, %s", rules, variant);
    String of = "of " + cells.get(0).peer().name();
    line("%-14s %14s %10s %26s %12s %10s", "", "events/s", of, "slowest - fastest", "CPU ns", of);
    double reference = cells.get(0).medianEventsASecond();
    double cpuReference = cells.get(0).medianCpuNanosPerEvent();
    for (Cell cell : cells) {
      double rate = cell.medianEventsASecond();
      double[] range = cell.range();
      String note = note(cell, fillSeconds);
      line(
          "%-14s %,14.0f %10.4f %,12.0f - %,11.0f %,12.1f %10.4f  %s",
          cell.peer().name(),
          rate,
          rate / reference,
          range[0],
          range[1],
          cell.medianCpuNanosPerEvent(),
          cpuReference / cell.medianCpuNanosPerEvent(),
          note);
      figures.add(
          new Figure(part, rules, cell.peer().name(), variant, rate, range[0], range[1], 0, note));
    }
  }

  private static String note(Cell cell, int fillSeconds) {
    int filled = cell.last().filledSeconds();
    String runs = cell.runs() == 1 ? "one run" : cell.runs() + " runs";
    return filled < fillSeconds ? runs + ", still filling: windows hold " + filled + " s" : runs;
  }

  /** How the firings of a contender compare. */
  void agreement(String contender, Agreement agreement) {
    line(
        "%-14s %d intervals agree, %d shifted, %d missing, %d extra, %d flaps",
        contender,
        agreement.agreed(),
        agreement.shifted(),
        agreement.missing(),
        agreement.extra(),
        agreement.flaps());
    agreement.differences().stream()
        .limit(SHOWN_DIFFERENCES)
        .forEach(difference -> line("               %s", difference));
  }

  /** A line of groups. */
  void group(GroupRow row) {
    line(
        "%-13s %,10d users %-9s %-8s %,9.1f ns an event %,10.1f MiB %,7.0f bytes a user %s",
        row.rule(),
        row.users(),
        row.traffic(),
        row.contender(),
        row.nanosPerEvent(),
        row.stateBytes() / MIB,
        (double) row.stateBytes() / row.users(),
        row.note());
    double rate = NANOS / row.nanosPerEvent();
    figures.add(
        new Figure(
            row.rule(),
            row.users(),
            row.contender(),
            row.traffic(),
            rate,
            rate,
            rate,
            row.stateBytes(),
            row.note()));
  }
}
