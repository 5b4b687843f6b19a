package dev.tocsin.peers;

import dev.tocsin.api.Call;
import dev.tocsin.peers.rules.Contender;
import dev.tocsin.peers.rules.Firings;
import dev.tocsin.peers.rules.RuleSet;
import dev.tocsin.peers.rules.Seconds;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.TimeUnit;

/**
 * One contender, new, over the traffic: first the part that fills the windows, not timed, then the
 * rest.
 *
 * @param eventsASecond of the timed part
 * @param cpuNanosPerEvent of the timed part, what the contender's thread computed
 * @param filledSeconds how many seconds of event time were given before the timed part
 * @param events how many were timed
 * @param end the last tick, nanoseconds since the epoch
 * @param wallNanos how long all of it took
 * @param firings when alerts fired
 */
record Run(
    double eventsASecond,
    double cpuNanosPerEvent,
    int filledSeconds,
    int events,
    long end,
    long wallNanos,
    Firings firings) {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /** What bounds a run: half of the time is for filling. */
  static Run of(Peer peer, RuleSet rules, Call[] calls, int fillSeconds, long capNanos) {
    long start = System.nanoTime();
    Firings firings = new Firings();
    try (Contender contender = peer.factory().start(rules, firings)) {
      long ready = System.nanoTime();
      Seconds seconds = new Seconds(calls);
      seconds.giveTo(contender, fillSeconds, ready + capNanos / 2);
      int filled = seconds.seconds();
      int before = seconds.given();
      long cpu = THREADS.getCurrentThreadCpuTime();
      long from = System.nanoTime();
      seconds.giveTo(contender, Integer.MAX_VALUE, ready + capNanos);
      long took = System.nanoTime() - from;
      double computed = THREADS.getCurrentThreadCpuTime() - cpu;
      int events = seconds.given() - before;
      double rate = (double) events * TimeUnit.SECONDS.toNanos(1) / took;
      return new Run(
          rate,
          computed / events,
          filled,
          events,
          seconds.tick(),
          System.nanoTime() - start,
          firings);
    }
  }
}
