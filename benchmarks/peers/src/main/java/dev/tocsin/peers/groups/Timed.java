package dev.tocsin.peers.groups;

import dev.tocsin.api.Call;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Seconds;

/** A contender that is given calls piece by piece. */
final class Timed implements AutoCloseable {
  private final Contender contender;
  private final ChangeSum changes;
  private long nanos;
  private long events;

  Timed(Contender contender, ChangeSum changes) {
    this.contender = contender;
    this.changes = changes;
  }

  /** Gives whole seconds; they count or only fill. */
  void give(Call[] calls, boolean counts) {
    Seconds seconds = new Seconds(calls);
    long start = System.nanoTime();
    seconds.giveAllTo(contender);
    if (counts) {
      nanos += System.nanoTime() - start;
      events += calls.length;
    }
  }

  double nanosPerEvent() {
    return (double) nanos / events;
  }

  ChangeSum changes() {
    return changes;
  }

  @Override
  public void close() {
    contender.close();
  }
}
