package dev.tocsin.aggregate;

import dev.tocsin.event.CallBatch;
import dev.tocsin.window.Numbers;

/** Numbers that were taken from calls of a batch, and from which calls. */
final class NumberRun {
  private final CallBatch batch;
  private final Numbers numbers = new Numbers();
  private final long[] stamps = new long[CallBatch.CAPACITY];
  private int[] rows = new int[0];
  private boolean isTotal;
  private Runnable spelling = () -> {};

  NumberRun(CallBatch batch) {
    this.batch = batch;
  }

  Numbers numbers() {
    return numbers;
  }

  /** The place of the call of each number; the array may be longer. */
  int[] rows() {
    return rows;
  }

  /** Says from which calls the numbers are. */
  void rows(int[] ofNumbers) {
    rows = ofNumbers;
  }

  /**
   * Makes sure that the numbers are there one by one, where only their total was taken.
   *
   * @see NumberSource
   */
  void spellOut() {
    if (isTotal) {
      isTotal = false;
      spelling.run();
    }
  }

  /** Says that the numbers are known only as how many and what they add up to. */
  void isTotal(Runnable oneByOne) {
    isTotal = true;
    spelling = oneByOne;
  }

  /** Says that the numbers are there. */
  void isSpeltOut() {
    isTotal = false;
  }

  /** The stamp of each number; good until the next call of this method. */
  long[] stamps() {
    for (int i = 0; i < numbers.size(); i++) {
      stamps[i] = batch.stamp(rows[i]);
    }
    return stamps;
  }
}
