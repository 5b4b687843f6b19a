package dev.tocsin.testkit.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes files that are there whole or as they were before, also when several write to one. */
public final class WholeFile {
  /** So many write to one file at a time. */
  private static final int MOST_WRITERS = 1_000;

  private WholeFile() {}

  /** What goes into a file. */
  @FunctionalInterface
  public interface Content {

    /** Writes all of it; the stream is closed behind it. */
    void writeTo(OutputStream out) throws IOException;
  }

  /**
   * Writes a file. Missing folders are made; pipes and devices are written to as they are.
   *
   * @throws IOException when it cannot be written; it says which file, and an older one is as it
   *     was
   */
  public static void write(Path file, Content content) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      fill(file, file, content);
      return;
    }
    Path part = fresh(file);
    part.toFile().deleteOnExit(); // where the process is ended meanwhile
    try {
      fill(part, file, content);
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static void fill(Path part, Path file, Content content) throws IOException {
    try (OutputStream out = Files.newOutputStream(part)) {
      content.writeTo(out);
    } catch (FileSystemException e) {
      throw e; // says which file
    } catch (IOException e) {
      throw new IOException(file + ": cannot be written: " + e.getMessage(), e);
    }
  }

  /** A file beside it that nobody else writes to. */
  private static Path fresh(Path file) throws IOException {
    for (int number = 1; number < MOST_WRITERS; number++) {
      Path part = file.resolveSibling("." + file.getFileName() + "." + number + ".part");
      if (!Files.exists(part) && isMade(part)) {
        return part;
      }
    }
    throw new IOException(
        file + ": cannot be written: too many files ." + file.getFileName() + ".*.part");
  }

  private static boolean isMade(Path part) throws IOException {
    try {
      Files.createFile(part);
      return true;
    } catch (FileAlreadyExistsException e) {
      return false; // of another run
    }
  }
}
