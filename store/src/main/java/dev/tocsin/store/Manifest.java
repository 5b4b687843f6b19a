package dev.tocsin.store;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * What a snapshot file must be like to be opened: a map that was not closed, or was cut, is never
 * touched.
 *
 * @param place the last batch that is in it
 * @param index of that batch's last excerpt in the journal
 * @param pieces how many
 * @param length of the file in bytes
 * @param checksum of the file
 */
record Manifest(long place, long index, int pieces, long length, long checksum) {

  /** As lines of a properties file, always the same for the same values. */
  String text() {
    return "place=%d%nindex=%d%npieces=%d%nlength=%d%nchecksum=%d%n"
        .formatted(place, index, pieces, length, checksum)
        .replace("\r\n", "\n");
  }

  /**
   * Reads one.
   *
   * @throws IOException when it cannot be read or is none
   */
  static Manifest read(Path file) throws IOException {
    Properties lines = new Properties();
    try {
      lines.load(new StringReader(Files.readString(file)));
      return new Manifest(
          number(lines, "place"),
          number(lines, "index"),
          (int) number(lines, "pieces"),
          number(lines, "length"),
          number(lines, "checksum"));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      throw new IOException(file.getFileName() + " is damaged", e);
    }
  }

  private static long number(Properties lines, String name) {
    return Long.parseLong(lines.getProperty(name, ""));
  }

  /** Says what is wrong with its file; empty when nothing is. */
  String problem(Path map) throws IOException {
    if (Files.notExists(map)) {
      return "it is missing";
    }
    if (Files.size(map) != length) {
      return "it has %d bytes instead of %d".formatted(Files.size(map), length);
    }
    return Checksum.of(map) == checksum ? "" : "its checksum differs";
  }
}
