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
  private int seconds;

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
    seconds++;
    int from = next;
    while (next < calls.length && calls[next].timeNanos() < tick) {
      next++;
    }
    contender.second(calls, from, next, tick);
  }

  /** How many seconds were handed out. */
  int seconds() {
    return seconds;
  }

  /** Gives so many seconds, or what is left, or until a time of the wall clock has come. */
  void giveTo(Contender contender, int count, long deadlineNanos) {
    for (int i = 0; i < count && hasNext() && System.nanoTime() < deadlineNanos; i++) {
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
