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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern PID = Pattern.compile("process (\\d{1,18}) ");
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
   * Who has a store, without taking it; empty when nobody has.
   *
   * @throws IOException when that cannot be told
   */
  static Optional<String> holder(Directory directory) throws IOException {
    Path file = directory.owner();
    if (OURS.contains(key(directory))) {
      return Optional.of(us().strip());
    }
    if (Files.notExists(file) || Files.exists(directory.closed())) {
      return Optional.empty();
    }
    String written = written(file);
    if (written.equals(running(written))) {
      return Optional.of(written); // the lock need not be touched, not even for a moment
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
        FileLock free = channel.tryLock(PLACE, 1, true)) {
      return free == null ? Optional.of(written) : Optional.empty();
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
    return text(ProcessHandle.current()) + "\n";
  }

  private static String text(ProcessHandle process) {
    return "process "
        + process.pid()
        + " since "
        + process.info().startInstant().map(Instant::toString).orElse("?");
  }

  /** What the process that a text names would write; empty when it does not run. */
  private static String running(String written) {
    Matcher pid = PID.matcher(written);
    return pid.find()
        ? ProcessHandle.of(Long.parseLong(pid.group(1)))
            .filter(process -> !process.equals(ProcessHandle.current()))
            .map(OwnerLock::text)
            .orElse("")
        : "";
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
