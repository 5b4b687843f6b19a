package dev.tocsin.sample;

import dev.tocsin.api.Call;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Calls that stand for about the same number of calls, the oldest first, in chunks. Of each few
 * that leave, one goes on to the next level: each with a probability in proportion to what it
 * stands for, so that what goes on stands for all of them without favour.
 */
final class Level {
  /** How many calls it holds. */
  static final int CAPACITY = 32 * Chunk.CAPACITY;

  /** Of so many that leave one goes on. */
  private static final int THINNING = 4;

  private static final int CHUNKS = CAPACITY / Chunk.CAPACITY;

  private final @Nullable Level next;
  private final Chance chance;
  private final Consumer<Call> dropped;
  private final Deque<Chunk> chunks = new ArrayDeque<>(CHUNKS + 1);
  private Chunk last = new Chunk();

  /**
   * @param next takes what goes on; null for the last level
   * @param dropped takes what does not
   */
  Level(@Nullable Level next, Chance chance, Consumer<Call> dropped) {
    this.next = next;
    this.chance = chance;
    this.dropped = dropped;
    chunks.addLast(last);
  }

  /** Adds a call; the oldest leave where there is no place. */
  void add(Call call, long cost, long weight) {
    if (last.isFull()) {
      if (chunks.size() == CHUNKS) {
        leave(chunks.removeFirst());
      }
      last = new Chunk();
      chunks.addLast(last);
    }
    last.add(call, cost, weight);
  }

  private void leave(Chunk oldest) {
    for (int from = 0; from < oldest.size(); from += THINNING) {
      leave(oldest, from, Math.min(from + THINNING, oldest.size()));
    }
  }

  /** One of a few goes on, and stands for all of them. */
  private void leave(Chunk oldest, int from, int until) {
    int chosen = next == null ? -1 : from;
    long weight = 0;
    for (int i = from; i < until; i++) {
      weight += oldest.weight(i);
      if (next != null && chance.below(weight) < oldest.weight(i)) {
        chosen = i;
      }
    }
    for (int i = from; i < until; i++) {
      if (i != chosen) {
        dropped.accept(oldest.call(i));
      }
    }
    if (next != null) {
      next.add(oldest.call(chosen), oldest.cost(chosen), weight);
    }
  }

  /** Puts others in the place of calls. */
  void replaceAll(UnaryOperator<Call> other) {
    chunks.forEach(chunk -> chunk.replaceAll(other));
  }

  void erase(String user) {
    chunks.forEach(chunk -> chunk.erase(user));
    chunks.removeIf(chunk -> chunk.size() == 0 && chunk != last);
  }

  void forEach(CallVisitor each) {
    chunks.forEach(chunk -> chunk.forEach(each));
  }

  /** The oldest first; the last is the one that is being filled. */
  Collection<Chunk> chunks() {
    return Collections.unmodifiableCollection(chunks);
  }

  /** Begins another chunk, to be filled as one was that is read. */
  void beginChunk() {
    if (last.size() > 0) {
      last = new Chunk();
      chunks.addLast(last);
    }
  }
}
