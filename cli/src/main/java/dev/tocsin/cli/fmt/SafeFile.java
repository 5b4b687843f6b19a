package dev.tocsin.cli.fmt;

import dev.tocsin.cli.command.CommandFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
      Path fresh = Files.createTempFile(file.getParent(), ".tocsin-fmt-", ".tmp");
      try {
        write(fresh, content);
        likeIt(file, fresh);
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

  private static void write(Path fresh, byte[] content) throws IOException {
    try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      ByteBuffer left = ByteBuffer.wrap(content);
      while (left.hasRemaining()) {
        channel.write(left);
      }
      channel.force(true);
    }
  }

  private static void likeIt(Path from, Path to) throws IOException {
    @Nullable PosixFileAttributeView view =
        Files.getFileAttributeView(to, PosixFileAttributeView.class);
    if (view == null) { // not on Windows
      return;
    }
    PosixFileAttributes before = Files.readAttributes(from, PosixFileAttributes.class);
    try {
      view.setOwner(before.owner());
      view.setGroup(before.group());
    } catch (FileSystemException e) {
      // only root can give files away; whoever formats a file of another becomes its owner
    }
    view.setPermissions(before.permissions());
  }
}
