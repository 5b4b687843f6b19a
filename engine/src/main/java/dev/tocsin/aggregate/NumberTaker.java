package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;

/** Takes the numbers of a batch of calls. */
interface NumberTaker {
  /** Takes numbers of calls, each into the group of its call. */
  void take(CallBatch batch, NumberRun run);

  /** Takes numbers of calls as those of a metric. */
  void take(CallBatch batch, EveryNumber.Metric metric, NumberRun run);

  /** Gives the numbers of a batch. */
  @FunctionalInterface
  interface Source {
    void into(NumberTaker taker);
  }
}
