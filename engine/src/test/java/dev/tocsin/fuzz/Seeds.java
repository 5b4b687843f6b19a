package dev.tocsin.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What fuzzing starts from: the inputs of the golden files. */
final class Seeds {
  private static final Path ROOT = Path.of(System.getProperty("tocsin.root"));
  private static final String DIVIDER = "\n--------\n";

  private Seeds() {}

  /** The inputs of golden files, without what is expected of them. */
  static List<byte[]> of(String folder) throws IOException {
    try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
      return files.sorted().map(Seeds::input).toList();
    }
  }

  /** A file by itself. */
  static byte[] file(String path) throws IOException {
    return Files.readAllBytes(ROOT.resolve(path));
  }

  private static byte[] input(Path file) {
    try {
      String text = Files.readString(file);
      int divider = text.indexOf(DIVIDER);
      return (divider < 0 ? text : text.substring(0, divider)).getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
