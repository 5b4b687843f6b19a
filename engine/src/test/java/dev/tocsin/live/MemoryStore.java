package dev.tocsin.live;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoredSnapshot;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store on the heap, which can be copied as a kill would leave it, and can fail. */
final class MemoryStore implements Store {
  private final List<byte[]> batches;
  private @Nullable List<byte[]> state;
  private long stateAt;
  private volatile boolean broken;
  private volatile boolean snapshotsFail;
  private volatile boolean closed;
  private volatile int snapshots;

  MemoryStore() {
    this(List.of(), null, START);
  }

  private MemoryStore(List<byte[]> batches, @Nullable List<byte[]> state, long stateAt) {
    this.batches = new ArrayList<>(batches);
    this.state = state;
    this.stateAt = stateAt;
  }

  /** As it would be found after a kill now. */
  synchronized MemoryStore killed() {
    return new MemoryStore(batches, state, stateAt);
  }

  /** The same without what was written down of the state. */
  synchronized MemoryStore withoutSnapshot() {
    return new MemoryStore(batches, null, START);
  }

  /** The same with another state, which nobody can read. */
  synchronized MemoryStore withState(byte[] bytes) {
    return new MemoryStore(batches, List.of(bytes), batches.size() - 1L);
  }

  void snapshotsFail(boolean fail) {
    snapshotsFail = fail;
  }

  void isBroken(boolean fails) {
    broken = fails;
  }

  int snapshots() {
    return snapshots;
  }

  synchronized int batches() {
    return batches.size();
  }

  @Override
  public List<String> findings() {
    return List.of();
  }

  @Override
  public boolean wasClosed() {
    return closed;
  }

  @Override
  public synchronized Optional<StoredSnapshot> latest() {
    if (state == null) {
      return Optional.empty();
    }
    Iterator<byte[]> next = state.iterator();
    return Optional.of(
        new StoredSnapshot(stateAt, new ByteInput(() -> next.hasNext() ? next.next() : null)));
  }

  @Override
  public long replay(long after, BatchSink sink) throws IOException {
    for (int place = (int) after + 1; place < batches.size(); place++) {
      sink.batch(batches.get(place), batches.get(place).length);
    }
    return batches.size() - 1L;
  }

  @Override
  public synchronized long append(byte[] bytes, int length) throws IOException {
    if (broken) {
      throw new IOException("out of order");
    }
    batches.add(Arrays.copyOf(bytes, length));
    return batches.size() - 1L;
  }

  @Override
  public synchronized void snapshot(long place, List<byte[]> pieces) throws IOException {
    if (broken) {
      throw new IOException("out of order");
    }
    if (snapshotsFail) {
      throw new IOException("no snapshots today");
    }
    state = List.copyOf(pieces);
    stateAt = place;
    snapshots++;
  }

  @Override
  public boolean reachesBack() {
    return true;
  }

  @Override
  public List<String> unfinishedErasures() {
    return List.of();
  }

  @Override
  public void beginErasure(String user) {}

  @Override
  public synchronized void erase(String user, long place, List<byte[]> pieces, Rewriter rewriter)
      throws IOException {
    snapshot(place, pieces);
    for (int i = 0; i < batches.size(); i++) {
      batches.set(i, rewriter.rewrite(batches.get(i), batches.get(i).length));
    }
  }

  @Override
  public long freeBytes() {
    return Long.MAX_VALUE;
  }

  @Override
  public void close() {
    closed = true;
  }
}
