package dev.tocsin.live;

import java.time.Duration;

/**
 * What one plug-in may take of the host.
 *
 * @param threads at work at a time
 * @param capacity items that may wait
 * @param timeout how long one item may take
 */
record WorkerBounds(int threads, int capacity, Duration timeout) {

  /** Two threads, so that one call that hangs does not stop the scoring. */
  static final WorkerBounds EVALUATOR = new WorkerBounds(2, 1_024, Duration.ofSeconds(10));

  /** One thread, so that messages keep their order. */
  static final WorkerBounds CHANNEL = new WorkerBounds(1, 1_024, Duration.ofSeconds(30));

  /** One thread: actions of one kind do not overtake each other. */
  static final WorkerBounds ACTION = new WorkerBounds(1, 256, Duration.ofMinutes(5));

  /** One thread, so that a listener sees transitions in order. */
  static final WorkerBounds LISTENER = new WorkerBounds(1, 1_024, Duration.ofSeconds(10));
}
