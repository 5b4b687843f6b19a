package dev.tocsin.cli.fmt;

import dev.tocsin.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** Takes the place of a file at once: whoever reads it finds the old text or the new one. */
final class SafeFile {
  private SafeFile() {}

  /**
   * Writes a file anew, with its permissions; behind a symbolic link, what it leads to.
   *
   * @throws CommandFailure when it cannot be written; then it is as it was
   */
  static void replace(Path named, byte[] content) {
    try {
      Path file = named.toRealPath();
      if (!Files.isWritable(file)) {
        throw new AccessDeniedException(file.toString());
      }
      Path folder = file.toAbsolutePath().getParent();
      Path fresh = Files.createTempFile(folder, ".tocsin-fmt-", ".tmp");
      try {
        Files.write(fresh, content);
        permissions(file, fresh);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(fresh);
      }
    } catch (IOException e) {
      String why = e instanceof AccessDeniedException ? "permission denied" : e.getMessage();
      throw CommandFailure.usage(
          named + ": cannot be written, and is as it was: " + why, Optional.empty());
    }
  }

  private static void permissions(Path from, Path to) throws IOException {
    if (Files.getFileStore(from).supportsFileAttributeView("posix")) {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(from);
      Files.setPosixFilePermissions(to, permissions);
    }
  }
}
