package dev.tocsin.live;

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

  /** Hears how it ended. */
  @FunctionalInterface
  interface After<T> {
    /**
     * Called once for each item that was taken, on the thread that worked on it.
     *
     * @param well whether the task returned in time
     */
    void ended(T item, boolean well);
  }

  /** What it does with an item. */
  @FunctionalInterface
  interface Task<T> {
    /** May block and may throw. */
    void run(T item) throws Exception;
  }
}
