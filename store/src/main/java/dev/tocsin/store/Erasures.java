package dev.tocsin.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/** The users whose erasure was begun and has not ended, in a file that is gone when all have. */
final class Erasures {
  private final Path file;

  Erasures(Path file) {
    this.file = file;
  }

  /** In the order in which they were begun. */
  synchronized List<String> users() throws IOException {
    if (Files.notExists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream()
          .map(line -> new String(Base64.getDecoder().decode(line), StandardCharsets.UTF_8))
          .toList();
    } catch (IllegalArgumentException e) {
      throw new IOException(file.getFileName() + " is damaged", e);
    }
  }

  synchronized void begin(String user) throws IOException {
    List<String> all = new ArrayList<>(users());
    if (!all.contains(user)) {
      all.add(user);
      write(all);
    }
  }

  synchronized void end(String user) throws IOException {
    List<String> all = new ArrayList<>(users());
    all.remove(user);
    if (all.isEmpty()) {
      Files.deleteIfExists(file);
    } else {
      write(all);
    }
  }

  private void write(List<String> users) throws IOException {
    Directory.write(
        file,
        users.stream()
            .map(
                user ->
                    Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8))
                        + "\n")
            .collect(Collectors.joining()));
  }
}
