package dev.tocsin.channels.file;

import static java.util.Objects.requireNonNull;

import dev.tocsin.api.spi.Channel;
import dev.tocsin.api.spi.Message;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Appends each message to a file as one JSON object on one line. The file is opened for each
 * message, so it may be moved away at any time (logrotate); folders above it are made.
 */
public final class JsonLinesFileChannel implements Channel {
  private final String name;
  private final Path file;

  /** The channel {@code file}. */
  public JsonLinesFileChannel(Path file) {
    this("file", file);
  }

  /**
   * @param name the name that rules use
   * @param file where lines are appended
   */
  public JsonLinesFileChannel(String name, Path file) {
    this.name = requireNonNull(name, "name");
    this.file = requireNonNull(file, "file");
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void send(Message message) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    Files.write(
        file,
        (message.json() + "\n").getBytes(StandardCharsets.UTF_8),
        StandardOpenOption.CREATE,
        StandardOpenOption.APPEND);
  }
}
