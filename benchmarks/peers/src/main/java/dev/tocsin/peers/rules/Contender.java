package dev.tocsin.peers.rules;

import dev.tocsin.api.Call;

/** Evaluates rules over calls. Confined to one thread; used for one run. */
public interface Contender extends AutoCloseable {

  /**
   * Takes the calls of one second of event time and evaluates the rules at its end. Seconds come
   * one after the other, also those without calls. It is one method and not two, so that nobody's
   * time holds an interface call for each event.
   *
   * @param calls all calls of the run
   * @param from the first of the second
   * @param to behind the last of the second
   * @param tick the end of the second, nanoseconds since the epoch; stamps are before it
   */
  void second(Call[] calls, int from, int to, long tick);

  @Override
  default void close() {}

  /** Makes a contender. */
  @FunctionalInterface
  interface Factory {
    /**
     * A new one.
     *
     * @param rules what to evaluate
     * @param alarm what to tell
     */
    Contender start(RuleSet rules, Alarm alarm);
  }
}
