package dev.tocsin.cli.init;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Files that are of use together only. */
final class NewFiles {
  private NewFiles() {}

  /**
   * Writes them, with the folders that they lie in.
   *
   * @param texts by file, written in the order of the map
   * @throws IOException when one cannot be written; those that were not there before are gone again
   */
  static void write(Map<Path, String> texts) throws IOException {
    List<Path> made = new ArrayList<>();
    try {
      for (Map.Entry<Path, String> each : texts.entrySet()) {
        Path file = each.getKey();
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
          Files.createDirectories(folder);
        }
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
          made.add(file);
        }
        Files.writeString(file, each.getValue());
      }
    } catch (IOException e) {
      for (Path file : made) {
        delete(file, e);
      }
      throw e;
    }
  }

  private static void delete(Path file, IOException because) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }
}
