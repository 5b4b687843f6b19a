package dev.tocsin.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Expected texts under {@code src/test/resources/golden}; {@code -Dtocsin.update-golden=true}
 * writes them.
 */
public final class Golden {
  private static final Path FOLDER = Checkout.EXAMPLES.resolve("src/test/resources/golden");

  private Golden() {}

  /** Compares a text with the file of that name. */
  public static void compare(String name, String text) throws IOException {
    Path file = FOLDER.resolve(name);
    if (Boolean.getBoolean("tocsin.update-golden")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, text);
    }
    assertThat(text).as("%s", file).isEqualTo(Files.readString(file));
  }
}
