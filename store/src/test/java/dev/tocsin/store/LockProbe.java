package dev.tocsin.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A process that looks whether a lock is free, with the JDK alone. */
final class LockProbe {
  private LockProbe() {}

  public static void main(String[] args) throws IOException {
    try (FileChannel channel = FileChannel.open(Path.of(args[0]), StandardOpenOption.READ);
        FileLock lock = channel.tryLock(1L << 20, 1, true)) {
      System.out.println(lock == null ? "taken" : "free");
    }
  }
}
