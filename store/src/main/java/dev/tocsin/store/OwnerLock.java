package dev.tocsin.store;

import dev.tocsin.journal.StoreException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Only one process has a store. The operating system takes the lock back when it is killed, and
 * also when the process that has it closes any other channel to the file: one that has it must not
 * open the file again.
 */
final class OwnerLock implements AutoCloseable {
  /** The files that this process has. */
  private static final Set<Path> OURS = ConcurrentHashMap.newKeySet();

  /** A byte far behind the text, so that others can read who has it, on Windows too. */
  private static final long PLACE = 1L << 20;

  /** Somebody may be looking who has it, which takes microseconds. */
  private static final int TRIES = 5;

  private static final long PAUSE_NANOS = 10_000_000;
  private static final String NAMELESS = "another process";

  private final FileChannel channel;
  private final Path key;

  private OwnerLock(FileChannel channel, Path key) {
    this.channel = channel;
    this.key = key;
  }

  /**
   * Takes the lock.
   *
   * @throws StoreException when another process, or another engine in this one, has it; names it
   */
  @SuppressWarnings("MustBeClosedChecker") // closed with the store
  static OwnerLock take(Directory directory) {
    Path file = directory.owner();
    Path key = key(directory);
    if (!OURS.add(key)) {
      throw taken(directory, us().strip(), null);
    }
    FileChannel channel = null;
    OwnerLock taken = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(PLACE, 1, false);
      for (int tries = 1; lock == null && tries < TRIES; tries++) {
        LockSupport.parkNanos(PAUSE_NANOS);
        lock = channel.tryLock(PLACE, 1, false);
      }
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(us().getBytes(StandardCharsets.UTF_8)), 0);
        taken = new OwnerLock(channel, key);
        return taken;
      }
      throw taken(directory, written(file), null);
    } catch (OverlappingFileLockException e) { // another class loader of this process has it
      throw taken(directory, us().strip(), e);
    } catch (IOException e) {
      throw new StoreException(
          "cannot lock the store " + directory.root() + ": " + e.getMessage(), e);
    } finally {
      if (taken == null) {
        close(channel);
        OURS.remove(key);
      }
    }
  }

  /**
   * Who has a store, without taking it for longer than a moment; empty when nobody has.
   *
   * @throws IOException when that cannot be told
   */
  static Optional<String> holder(Directory directory) throws IOException {
    Path file = directory.owner();
    if (OURS.contains(key(directory))) {
      return Optional.of(us().strip());
    }
    if (Files.notExists(file)) {
      return Optional.empty();
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock free = channel.tryLock(PLACE, 1, true)) {
      return free == null ? Optional.of(written(file)) : Optional.empty();
    } catch (OverlappingFileLockException e) {
      return Optional.of(us().strip());
    }
  }

  @Override
  public void close() {
    close(channel);
    OURS.remove(key);
  }

  private static void close(@Nullable FileChannel channel) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      // the process ends it at the latest
    }
  }

  private static Path key(Directory directory) {
    try {
      return directory.root().toRealPath();
    } catch (IOException e) {
      return directory.root().toAbsolutePath().normalize();
    }
  }

  private static String us() {
    ProcessHandle us = ProcessHandle.current();
    return "process "
        + us.pid()
        + " since "
        + us.info().startInstant().map(Instant::toString).orElse("?")
        + "\n";
  }

  private static String written(Path file) {
    try {
      String owner = Files.readString(file).strip();
      return owner.isEmpty() ? NAMELESS : owner;
    } catch (IOException e) {
      return NAMELESS;
    }
  }

  private static StoreException taken(
      Directory directory, String owner, @Nullable Throwable cause) {
    return new StoreException(
        "the store %s belongs to %s; two engines cannot share one"
            .formatted(directory.root(), owner),
        cause);
  }
}
