package dev.tocsin.peers;

import dev.tocsin.api.Call;
import dev.tocsin.benchmarks.Traffic;
import dev.tocsin.peers.rules.Contender;
import java.util.concurrent.TimeUnit;

/** The calls of a run, handed out by seconds of event time. */
final class Seconds {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Call[] calls;
  private long tick;
  private int next;

  Seconds(Call[] calls) {
    this.calls = calls;
    this.tick = calls[0].timeNanos() / SECOND * SECOND;
  }

  /** Calls that last for so many seconds. */
  static Call[] traffic(int seconds) {
    return traffic(seconds, "chat");
  }

  /** Calls that last for so many seconds, with features that take turns. */
  static Call[] traffic(int seconds, String... features) {
    return Traffic.calls(seconds * Traffic.CALLS_A_SECOND, false, features).toArray(Call[]::new);
  }

  /** Whether there are calls left. */
  boolean hasNext() {
    return next < calls.length;
  }

  /** How many calls were handed out. */
  int given() {
    return next;
  }

  /** Gives the next second to a contender. */
  void giveTo(Contender contender) {
    tick += SECOND;
    int from = next;
    while (next < calls.length && calls[next].timeNanos() < tick) {
      next++;
    }
    contender.second(calls, from, next, tick);
  }

  /** Gives seconds until so many calls were handed out, or a time of the wall clock has come. */
  void giveTo(Contender contender, int calls, long deadlineNanos) {
    int until = Math.min(calls, this.calls.length);
    while (next < until && System.nanoTime() < deadlineNanos) {
      giveTo(contender);
    }
  }

  /** Gives all that is left. */
  void giveAllTo(Contender contender) {
    while (hasNext()) {
      giveTo(contender);
    }
  }
}
