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
import org.jspecify.annotations.Nullable;

/** Only one process has a store. The operating system takes the lock back when it is killed. */
final class OwnerLock implements AutoCloseable {
  /** A byte far behind the text, so that others can read who has it, on Windows too. */
  private static final long PLACE = 1L << 20;

  private final FileChannel channel;

  private OwnerLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws StoreException when another process, or another engine in this one, has it; names it
   */
  @SuppressWarnings("MustBeClosedChecker") // closed with the store
  static OwnerLock take(Directory directory) {
    Path file = directory.owner();
    FileChannel channel = null;
    try {
      channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock(PLACE, 1, false);
      if (lock != null) {
        channel.truncate(0);
        channel.write(ByteBuffer.wrap(us().getBytes(StandardCharsets.UTF_8)), 0);
        return new OwnerLock(channel);
      }
      throw taken(directory, null);
    } catch (OverlappingFileLockException e) {
      close(channel);
      throw taken(directory, e);
    } catch (IOException e) {
      close(channel);
      throw new StoreException(
          "cannot lock the store " + directory.root() + ": " + e.getMessage(), e);
    } catch (StoreException e) {
      close(channel);
      throw e;
    }
  }

  @Override
  public void close() {
    close(channel);
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

  private static String us() {
    ProcessHandle us = ProcessHandle.current();
    return "process "
        + us.pid()
        + " since "
        + us.info().startInstant().map(Instant::toString).orElse("?")
        + "\n";
  }

  private static StoreException taken(Directory directory, @Nullable Throwable cause) {
    String owner;
    try {
      owner = Files.readString(directory.owner()).strip();
    } catch (IOException e) {
      owner = "another process";
    }
    return new StoreException(
        "the store %s belongs to %s; two engines cannot share one"
            .formatted(directory.root(), owner.isEmpty() ? "another process" : owner),
        cause);
  }
}
