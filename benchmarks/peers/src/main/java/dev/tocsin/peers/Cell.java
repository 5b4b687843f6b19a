package dev.tocsin.peers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The runs of one contender with one set of rules. */
final class Cell {
  private final Peer peer;
  private final List<Run> runs = new ArrayList<>();
  private long spentNanos;

  Cell(Peer peer) {
    this.peer = peer;
  }

  Peer peer() {
    return peer;
  }

  void add(Run run) {
    runs.add(run);
    spentNanos += run.wallNanos();
  }

  /** How long its runs took. */
  long spentNanos() {
    return spentNanos;
  }

  /** How many there were. */
  int runs() {
    return runs.size();
  }

  /** That of the runs. */
  double medianEventsASecond() {
    return median(Run::eventsASecond);
  }

  /** That of the runs. */
  double medianCpuNanosPerEvent() {
    return median(Run::cpuNanosPerEvent);
  }

  private double median(ToDoubleFunction<Run> of) {
    double[] sorted = runs.stream().mapToDouble(of).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** The slowest and the fastest. */
  double[] range() {
    double[] sorted = runs.stream().mapToDouble(Run::eventsASecond).sorted().toArray();
    return new double[] {sorted[0], sorted[sorted.length - 1]};
  }

  /** Any of them: all fire alike. */
  Run last() {
    return runs.get(runs.size() - 1);
  }
}
