package dev.tocsin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/**
 * Expected texts under {@code src/test/resources/golden}; {@code -Dtocsin.update-golden=true}
 * writes them.
 */
public final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Compares a text with the file of that name. */
  public static void compare(String name, String text) {
    Path file = FOLDER.resolve(name);
    try {
      if (Boolean.getBoolean("tocsin.update-golden")) {
        Files.createDirectories(Objects.requireNonNull(file.getParent()));
        Files.writeString(file, text + "\n");
      }
      assertThat(text + "\n").as("%s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
