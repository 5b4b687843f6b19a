package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jline.utils.AttributedString;

/**
 * Expected texts under {@code src/test/resources/golden}; {@code -Dtocsin.update-golden=true}
 * writes them.
 */
public final class Golden {
  private static final Path FOLDER =
      Path.of(System.getProperty("tocsin.root"), "cli/src/test/resources/golden");

  private Golden() {}

  /** Compares the lines, without styles, with the file of that name. */
  public static void plain(String name, List<AttributedString> lines) {
    compare(name, lines.stream().map(AttributedString::toString).collect(Collectors.joining("\n")));
  }

  /** Compares the lines, with styles as ANSI sequences, with the file of that name. */
  public static void coloured(String name, List<AttributedString> lines) {
    String text = lines.stream().map(AttributedString::toAnsi).collect(Collectors.joining("\n"));
    compare(name, text.replace("\033", "ESC"));
  }

  /** Compares a text with the file of that name. */
  public static void compare(String name, String text) {
    Path file = FOLDER.resolve(name + ".txt");
    String ended = text.stripTrailing() + "\n";
    try {
      if (Boolean.getBoolean("tocsin.update-golden")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, ended);
      }
      assertThat(ended).as(file.toString()).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
