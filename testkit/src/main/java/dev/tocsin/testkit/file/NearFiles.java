package dev.tocsin.testkit.file;

import dev.tocsin.dsl.diagnostic.Suggestions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The file that was probably meant. */
final class NearFiles {
  private static final int MOST = 2_000;

  private NearFiles() {}

  static Optional<String> hint(Optional<Path> missing) {
    Optional<Path> folder = missing.map(Path::getParent).filter(Files::isDirectory);
    if (folder.isEmpty()) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(folder.get())) {
      List<String> names =
          entries.limit(MOST).map(entry -> String.valueOf(entry.getFileName())).toList();
      return missing
          .map(file -> String.valueOf(file.getFileName()))
          .flatMap(name -> Suggestions.nearest(name, names));
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty(); // a hint is not worth a failure
    }
  }
}
