package dev.tocsin.live;

import dev.tocsin.api.spi.PermanentFailure;
import java.time.Duration;

/**
 * Runs one plug-in, listener or channel on behalf of the engine. Whatever it does, the caller of
 * {@link #offer} is neither thrown into nor, unless it is {@link InlineWorker}, held up.
 *
 * @param <T> what it works on
 */
interface Worker<T> {

  /** Hands over an item; one that finds no place is counted. */
  boolean offer(T item);

  /** Items that ended in an exception or took too long. */
  long failures();

  /** Items that found no place. */
  long dropped();

  /** Takes no more items and waits for those it has, at most so long; true if all were done. */
  boolean close(Duration patience);

  /** How an item ended. */
  enum Ending {
    /** The task returned in time. */
    WELL,
    /** It threw, or took too long; it may go better another time. */
    FAILED,
    /** It threw a {@link PermanentFailure}. */
    HOPELESS
  }

  /** Hears how it ended. */
  @FunctionalInterface
  interface After<T> {
    /**
     * Called once for each item that was taken, on the thread that worked on it.
     *
     * @param ending of the item
     * @param error what went wrong, in words; empty when nothing did
     */
    void ended(T item, Ending ending, String error);
  }

  /** What it does with an item. */
  @FunctionalInterface
  interface Task<T> {
    /** May block and may throw. */
    void run(T item) throws Exception;
  }
}
