package dev.tocsin.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of a run, below {@code benchmarks/target} where that is the disk to be measured. */
public final class Scratch implements AutoCloseable {
  private final Path folder;

  /** Makes one. */
  public Scratch() throws IOException {
    Path target = Path.of("benchmarks", "target");
    folder =
        Files.isDirectory(target)
            ? Files.createTempDirectory(target, "store")
            : Files.createTempDirectory("tocsin-store");
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /** Deletes it. */
  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.walk(folder)) {
      all = files.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path file : all) {
      Files.delete(file);
    }
  }
}
