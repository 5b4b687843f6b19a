package dev.tocsin.store;

import dev.tocsin.journal.StoreException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The files of a store: {@code owner}, {@code format}, {@code closed}, {@code journal/}, {@code
 * journal.head}, {@code snapshots/}.
 *
 * @param root of them all
 */
record Directory(Path root) {
  /** Changes whenever files of older versions cannot be read any more. */
  static final String FORMAT = "tocsin store 1";

  private static final String DAMAGED = "journal.damaged-";

  Path owner() {
    return root.resolve("owner");
  }

  Path format() {
    return root.resolve("format");
  }

  /** There when the last process closed the store. */
  Path closed() {
    return root.resolve("closed");
  }

  Path journal() {
    return root.resolve("journal");
  }

  Path head() {
    return root.resolve("journal.head");
  }

  /** The users whose data are to be erased. */
  Path erasing() {
    return root.resolve("erasing");
  }

  /** A journal that is being made of the journal. */
  Path rewriting() {
    return root.resolve("journal.rewriting");
  }

  /** One that is to take the journal's place. */
  Path rewritten() {
    return root.resolve("journal.rewritten");
  }

  Path snapshots() {
    return root.resolve("snapshots");
  }

  /** A name that is free, for a journal that is damaged. */
  Path damaged() {
    for (int i = 1; ; i++) {
      Path free = root.resolve(DAMAGED + i);
      if (Files.notExists(free)) {
        return free;
      }
    }
  }

  boolean isDamagedJournal(Path path) {
    return path.getFileName().toString().startsWith(DAMAGED);
  }

  /** What no recovery needs: half-written files, and journals that were damaged. */
  List<Path> leftovers() throws IOException {
    List<Path> found = new ArrayList<>(new SnapshotFiles(snapshots()).halfDone());
    for (Path file : files(root)) {
      if (isDamagedJournal(file) || file.getFileName().toString().endsWith(".tmp")) {
        found.add(file);
      }
    }
    return found;
  }

  /**
   * Makes it where it is not there.
   *
   * @throws StoreException when that is not possible, or another version made it
   */
  void prepare() {
    try {
      Files.createDirectories(snapshots());
      if (Files.notExists(format())) {
        write(format(), FORMAT + "\n");
      }
    } catch (AccessDeniedException e) {
      throw new StoreException("cannot write to the store " + root + ": permission denied", e);
    } catch (IOException e) {
      throw new StoreException("cannot make the store " + root + ": " + e.getMessage(), e);
    }
    checkFormat();
  }

  /** Whether a store is there at all. */
  boolean exists() {
    return Files.exists(format());
  }

  /**
   * Looks whether this version can read it.
   *
   * @throws StoreException when not
   */
  void checkFormat() {
    String found;
    try {
      found = Files.readString(format()).strip();
    } catch (IOException e) {
      throw new StoreException("cannot read the store " + root + ": " + e.getMessage(), e);
    }
    if (!found.equals(FORMAT)) {
      throw new StoreException(
          "the store %s has the format '%s', this version reads '%s'; move it away to begin anew, or use the version that made it"
              .formatted(root, found, FORMAT));
    }
  }

  /** Writes a small file whole or not at all, and onto the disk. */
  static void write(Path file, String text) throws IOException {
    Path unfinished = file.resolveSibling(file.getFileName() + ".tmp");
    Files.writeString(unfinished, text, StandardCharsets.UTF_8);
    force(unfinished);
    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    Path parent = file.getParent();
    if (parent != null) {
      force(parent);
    }
  }

  /** Waits until a file, or the names in a directory, are on the disk. */
  static void force(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The files of a directory in the order of their names; none where it is not there. */
  static List<Path> files(Path directory) throws IOException {
    if (Files.notExists(directory)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  /** Deletes a file, or a directory with all below it. */
  static void delete(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      for (Path file : files(path)) {
        delete(file);
      }
    }
    Files.delete(path);
  }

  /** Bytes of a file, or of all files below a directory; 0 where nothing is. */
  static long size(Path path) throws IOException {
    return Files.isDirectory(path) ? bytes(path) : path.toFile().length();
  }

  /** Bytes on the disk of all files below a directory, as their lengths say. */
  static long bytes(Path directory) throws IOException {
    long bytes = 0;
    for (Path file : files(directory)) {
      bytes += Files.isDirectory(file) ? bytes(file) : Files.size(file);
    }
    return bytes;
  }
}
