package dev.tocsin.live;

import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.codec.ByteOutput;
import dev.tocsin.journal.Input;
import dev.tocsin.journal.InputWriter;
import dev.tocsin.journal.Journal;
import dev.tocsin.journal.Redaction;
import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what an engine does: its inputs in batches, and now and then its state. When the store
 * fails, the engine goes on in memory; every ten seconds a new beginning is tried, with a snapshot,
 * since the journal has a hole then. Guarded by the engine's lock but for the writing of snapshots,
 * which has a thread of its own.
 */
final class Persistence implements Journal {
  private static final int BATCH_BYTES = 1 << 16;
  private static final int PIECE_BYTES = 1 << 20;
  private static final int ROOM = 1 << 12;
  private static final int WARN_TIMES = 4;
  private static final int MIB_BITS = 20;
  private static final long RETRY_NANOS = Duration.ofSeconds(10).toNanos();

  private final Store store;
  private final StoreOptions options;
  private final Journal next;
  private final InstantSource clock;
  private final InputWriter inputs;
  private final ByteOutput batch = new ByteOutput(BATCH_BYTES + ROOM);
  private final ExecutorService writer;

  /** Whether inputs come from the journal itself. */
  private boolean replaying = true;

  private long place;
  private long retryAt;
  private long snapshotAt;
  private volatile @Nullable String trouble;

  /** Why the last snapshot could not be written, if so. */
  private volatile @Nullable String snapshotTrouble;

  private volatile boolean writing;
  private volatile @Nullable Instant lastSnapshot;
  private volatile Duration lastStall = Duration.ZERO;
  private final AtomicLong failures = new AtomicLong();
  private long inputsLost;

  /** Inputs in the batch. */
  private long noted;

  private long written;

  /** Writes to the store. */
  @FunctionalInterface
  private interface Writing {
    void run() throws IOException;
  }

  /** Writes all state. */
  @FunctionalInterface
  interface State {
    void writeTo(ByteOutput out) throws IOException;
  }

  /**
   * @param next takes every input as well
   */
  Persistence(Store store, StoreOptions options, Journal next, InstantSource clock) {
    this.store = store;
    this.options = options;
    this.next = next;
    this.clock = clock;
    this.inputs = new InputWriter(options.keepTexts());
    this.writer = Executors.newSingleThreadExecutor(Daemons.named("tocsin-snapshots"));
  }

  Store store() {
    return store;
  }

  boolean keepsTexts() {
    return options.keepTexts();
  }

  /**
   * The state is that of the journal's end; what comes from here on is new.
   *
   * @param last the place of the last batch that was replayed
   */
  void begin(long last) {
    place = last;
    replaying = false;
  }

  @Override
  public void append(Input input) {
    if (replaying || (input instanceof Input.Gauges gauges && gauges.values().isEmpty())) {
      return;
    }
    next.append(input);
    if (trouble != null) {
      inputsLost++;
      return;
    }
    inputs.write(input, batch);
    noted++;
    flushIfFull();
  }

  @Override
  public void arrival(Event event) {
    if (replaying) {
      return;
    }
    next.arrival(event);
    if (trouble != null) {
      inputsLost++;
      return;
    }
    inputs.arrival(event, batch);
    noted++;
    flushIfFull();
  }

  private void flushIfFull() {
    if (batch.size() >= BATCH_BYTES) {
      flush();
    }
  }

  /**
   * Puts what was noted into the journal.
   *
   * @return whether all of it is there
   */
  boolean flush() {
    if (batch.size() == 0) {
      return trouble == null;
    }
    try {
      place = store.append(batch.array(), batch.size());
      written += noted;
      return true;
    } catch (IOException | RuntimeException | Error e) {
      inputsLost += noted;
      inTrouble(e);
      return false;
    } finally {
      noted = 0;
      batch.reset();
    }
  }

  /** Writes the state down if that is due. The time it takes here is that of a copy in memory. */
  void snapshotIfDue(long now, State state) {
    boolean isDue =
        (trouble != null || snapshotTrouble != null)
            ? now >= retryAt || retryAt - now > RETRY_NANOS
            : now >= snapshotAt || snapshotAt - now > options.snapshotEvery().toNanos();
    if (!isDue) { // the clock may have gone back
      return;
    }
    if (writing) {
      return; // the last one still is on its way
    }
    snapshotAt = now + options.snapshotEvery().toNanos();
    retryAt = now + RETRY_NANOS;
    List<byte[]> pieces = pieces(state);
    if (pieces == null) {
      return;
    }
    long at = place;
    writing = true;
    try {
      writer.execute(() -> write(at, pieces));
    } catch (RejectedExecutionException e) {
      writing = false; // closed meanwhile
    }
  }

  /** Notes that an erasure is to be completed, if not now then by the next engine. */
  boolean beginErasure(String user) {
    try {
      store.beginErasure(user);
      return true;
    } catch (IOException | RuntimeException e) {
      failures.incrementAndGet();
      return false;
    }
  }

  /**
   * Writes the state down, in which nothing of a user is, and lets go of all that has any.
   *
   * @return tells whether it was done; null when it cannot be
   */
  @Nullable Future<Boolean> erase(String user, State state) {
    List<byte[]> pieces = pieces(state);
    if (pieces == null) {
      return null;
    }
    long at = place;
    Redaction redaction = new Redaction(user);
    try {
      return writer.submit(() -> write(() -> store.erase(user, at, pieces, redaction::rewrite)));
    } catch (RejectedExecutionException e) {
      return null; // closed meanwhile
    }
  }

  /** Waits for an erasure to be written. */
  static boolean isDone(@Nullable Future<Boolean> written) {
    try {
      return written != null && written.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (ExecutionException e) {
      return false;
    }
  }

  /** Writes the state down a last time, and gives the store back. */
  void close(State state, Duration patience) {
    writer.shutdown();
    try {
      if (writer.awaitTermination(patience.toNanos(), TimeUnit.NANOSECONDS)) {
        List<byte[]> pieces = pieces(state);
        if (pieces != null) {
          write(place, pieces);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    store.close();
  }

  /** How the store fares. */
  StoreHealth health() {
    long free = store.freeBytes();
    long least = options.minFreeBytes();
    String warning =
        free < WARN_TIMES * least
            ? "the disk of the store has %d MiB left; below %d MiB nothing is written any more"
                .formatted(free >> MIB_BITS, least >> MIB_BITS)
            : snapshotTrouble;
    return new StoreHealth(
        written, inputsLost, failures.get(), lastSnapshot, lastStall, free, trouble, warning);
  }

  private @Nullable List<byte[]> pieces(State state) {
    if (trouble != null && !beginAnew()) {
      return null;
    }
    if (!flush()) {
      return null;
    }
    long began = System.nanoTime();
    List<byte[]> pieces = new ArrayList<>();
    ByteOutput out =
        new ByteOutput(
            PIECE_BYTES,
            (bytes, length) ->
                pieces.add(length == bytes.length ? bytes : Arrays.copyOf(bytes, length)));
    try {
      state.writeTo(out);
    } catch (IOException | RuntimeException | Error e) {
      failures.incrementAndGet();
      snapshotTrouble = "the state could not be written: " + message(e);
      return null;
    }
    out.finish();
    lastStall = Duration.ofNanos(System.nanoTime() - began);
    return pieces;
  }

  /** Leaves a mark where inputs are missing, and takes inputs again. */
  private boolean beginAnew() {
    retryAt = Math.max(retryAt, nowNanos() + RETRY_NANOS);
    batch.reset();
    InputWriter.gap(batch);
    try {
      place = store.append(batch.array(), batch.size());
      trouble = null;
      return true;
    } catch (IOException | RuntimeException | Error e) {
      inTrouble(e);
      return false;
    } finally {
      batch.reset();
    }
  }

  private void write(long at, List<byte[]> pieces) {
    write(() -> store.snapshot(at, pieces));
    writing = false;
  }

  private boolean write(Writing snapshot) {
    try {
      snapshot.run();
      lastSnapshot = clock.instant();
      snapshotTrouble = null;
      return true;
    } catch (IOException | RuntimeException | Error e) {
      failures.incrementAndGet();
      snapshotTrouble = "no snapshot could be written: " + message(e);
      return false;
    }
  }

  private void inTrouble(Throwable e) {
    failures.incrementAndGet();
    retryAt = nowNanos() + RETRY_NANOS;
    trouble = message(e);
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }

  private long nowNanos() {
    return Instants.toNanos(clock.instant());
  }
}
