package dev.tocsin.peers.rules;

import dev.tocsin.api.Call;
import dev.tocsin.benchmarks.Traffic;
import java.util.concurrent.TimeUnit;

/** The calls of a run, handed out by seconds of event time. */
public final class Seconds {
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Call[] calls;
  private long tick;
  private int next;
  private int seconds;

  /** Of calls in the order of their stamps. */
  public Seconds(Call[] calls) {
    this.calls = calls;
    this.tick = calls[0].timeNanos() / SECOND * SECOND;
  }

  /** Calls that last for so many seconds. */
  public static Call[] traffic(int seconds) {
    return traffic(seconds, "chat");
  }

  /** Calls that last for so many seconds, with features that take turns. */
  public static Call[] traffic(int seconds, String... features) {
    return Traffic.calls(seconds * Traffic.CALLS_A_SECOND, false, features).toArray(Call[]::new);
  }

  /** Whether there are calls left. */
  public boolean hasNext() {
    return next < calls.length;
  }

  /** The end of the last second, nanoseconds since the epoch. */
  public long tick() {
    return tick;
  }

  /** How many calls were handed out. */
  public int given() {
    return next;
  }

  /** Gives the next second to a contender. */
  public void giveTo(Contender contender) {
    tick += SECOND;
    seconds++;
    int from = next;
    while (next < calls.length && calls[next].timeNanos() < tick) {
      next++;
    }
    contender.second(calls, from, next, tick);
  }

  /** How many seconds were handed out. */
  public int seconds() {
    return seconds;
  }

  /** Gives so many seconds, or what is left, or until a time of the wall clock has come. */
  public void giveTo(Contender contender, int count, long deadlineNanos) {
    for (int i = 0; i < count && hasNext() && System.nanoTime() < deadlineNanos; i++) {
      giveTo(contender);
    }
  }

  /** Gives all that is left. */
  public void giveAllTo(Contender contender) {
    while (hasNext()) {
      giveTo(contender);
    }
  }
}
