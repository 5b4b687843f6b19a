package dev.tocsin.cli.test;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.InputFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the test files a user means. */
final class TestFiles {
  private static final Set<String> PASSED_OVER = Set.of("target", "build", "node_modules");

  private TestFiles() {}

  /**
   * The files that are named, and those below folders that are named, in order; each once.
   *
   * @throws CommandFailure when one is not there, or a folder holds none
   */
  static List<Path> of(List<Path> named) {
    Set<Path> files = new LinkedHashSet<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        files.addAll(below(path));
      } else if (Files.isReadable(path)) {
        files.add(plain(path));
      } else {
        throw CommandFailure.usage(
            path + (Files.exists(path) ? ": permission denied" : ": no such file"),
            Optional.of("a test file is YAML: alert_rules_test.yaml"));
      }
    }
    return List.copyOf(files);
  }

  private static List<Path> below(Path folder) {
    try (Stream<Path> found =
        Files.find(
            folder,
            Integer.MAX_VALUE,
            (path, attributes) ->
                InputFiles.isTestFile(path)
                    && attributes.isRegularFile()
                    && !isPassedOver(folder.relativize(path)))) {
      List<Path> files = found.map(TestFiles::plain).sorted().toList();
      if (files.isEmpty()) {
        throw CommandFailure.usage(
            folder + ": no test files in it",
            Optional.of("test files are *_test.yaml, as alert_rules_test.yaml"));
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw CommandFailure.usage(
          folder + ": cannot be listed: " + e.getMessage(), Optional.empty());
    }
  }

  private static Path plain(Path file) {
    return file.normalize();
  }

  private static boolean isPassedOver(Path path) {
    for (Path name : path) {
      String text = name.toString();
      if (text.startsWith(".") || PASSED_OVER.contains(text)) {
        return true;
      }
    }
    return false;
  }
}
