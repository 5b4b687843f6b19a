package dev.tocsin.journal;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * A durable place for one engine: batches of its inputs in their order, and now and then all its
 * state. What the bytes mean is the engine's business. {@link #snapshot} may run on another thread
 * than the rest.
 */
public interface Store extends AutoCloseable {

  /** What stands for the place before the first batch. */
  long START = -1;

  /** What was noticed while opening and reading, for people: damage, and what became of it. */
  List<String> findings();

  /** Whether the last process that had it closed it. */
  boolean wasClosed();

  /** The newest snapshot that is whole. */
  Optional<StoredSnapshot> latest();

  /** Whether the journal has the very first batch, so that all may be replayed. */
  boolean reachesBack();

  /**
   * Gives every batch after a place to a sink, in order. What cannot be read because it is damaged
   * ends the reading, is set aside and noted in {@link #findings}.
   *
   * @return the place of the last batch that was given, or {@code after}
   * @throws IOException of the sink
   */
  long replay(long after, BatchSink sink) throws IOException;

  /**
   * Adds a batch; a kill of the process after it returned does not lose it.
   *
   * @return its place, greater than those before
   * @throws IOException when it could not be written, of which nothing can be read then; it may be
   *     tried again later
   */
  long append(byte[] bytes, int length) throws IOException;

  /**
   * Writes all state down, whole or not at all, and forgets what nobody needs any more.
   *
   * @param place the last batch whose inputs are in it
   * @param pieces the state
   */
  void snapshot(long place, List<byte[]> pieces) throws IOException;

  /** Users of whom data may still be there, since their erasure was begun and did not end. */
  List<String> unfinishedErasures();

  /** Notes that the data of a user are to be erased; until {@link #erase} is done with it. */
  void beginErasure(String user) throws IOException;

  /**
   * Writes all state down as {@link #snapshot} does, deletes every other snapshot and all that is
   * damaged, and puts other batches in place of those of the journal, which keep their places. A
   * kill meanwhile leaves it unfinished.
   *
   * @param user of whom nothing is in the state or in what the rewriter gives
   * @param rewriter takes every batch once, in order
   */
  void erase(String user, long place, List<byte[]> pieces, Rewriter rewriter) throws IOException;

  /** Free space on its disk in bytes. */
  long freeBytes();

  /** Gives it back; the next process will see that it {@link #wasClosed}. */
  @Override
  void close();

  /** Makes other batches of batches. */
  @FunctionalInterface
  interface Rewriter {
    /** What is to stand in its place; may be the same array. */
    byte[] rewrite(byte[] bytes, int length) throws IOException;
  }

  /** Takes batches. */
  @FunctionalInterface
  interface BatchSink {
    /** Takes one. */
    void batch(byte[] bytes, int length) throws IOException;
  }
}
