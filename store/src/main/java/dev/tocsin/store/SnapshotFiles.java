package dev.tocsin.store;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.journal.StoredSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.openhft.chronicle.map.ChronicleMap;

/**
 * Snapshots, each a Chronicle Map of its pieces by number, closed before it gets its name. The two
 * newest are kept.
 */
final class SnapshotFiles {
  static final String MAP = ".map";
  static final String MANIFEST = ".manifest";
  static final int GENERATIONS = 2;

  /** Small pieces, so that few bytes of the map stay empty. */
  private static final int PIECE_BYTES = 1 << 16;

  private static final int CHUNK_BYTES = 1 << 12;

  private final Path directory;
  private final WritePoints points;

  SnapshotFiles(Path directory) {
    this(directory, WritePoints.NONE);
  }

  SnapshotFiles(Path directory, WritePoints points) {
    this.directory = directory;
    this.points = points;
  }

  /** Writes one, whole or not at all, and forgets those that are older than the one before. */
  Manifest write(long place, long index, List<byte[]> state) throws IOException {
    List<byte[]> pieces = cut(state);
    Path unfinished = directory.resolve(name(place) + MAP + ".tmp");
    Files.deleteIfExists(unfinished);
    try (ChronicleMap<Integer, byte[]> map = map(unfinished, pieces.size())) {
      for (int i = 0; i < pieces.size(); i++) {
        map.put(i, pieces.get(i));
        points.reached("a piece is in the map");
      }
    }
    Manifest manifest =
        new Manifest(place, index, pieces.size(), Files.size(unfinished), Checksum.of(unfinished));
    points.reached("the map is closed");
    Directory.force(unfinished);
    Files.move(unfinished, directory.resolve(name(place) + MAP), StandardCopyOption.ATOMIC_MOVE);
    points.reached("the map has its name");
    Directory.write(directory.resolve(name(place) + MANIFEST), manifest.text());
    points.reached("the manifest is there");
    List<Manifest> all = all(new ArrayList<>());
    for (Manifest old : all.subList(Math.min(GENERATIONS, all.size()), all.size())) {
      delete(old);
    }
    return manifest;
  }

  /**
   * All, newest first.
   *
   * @param findings takes what is wrong
   */
  List<Manifest> all(List<String> findings) throws IOException {
    return all(findings, new ArrayList<>());
  }

  private List<Manifest> all(List<String> findings, List<Path> unreadable) throws IOException {
    List<Manifest> all = new ArrayList<>();
    for (Path file : Directory.files(directory)) {
      if (file.getFileName().toString().endsWith(MANIFEST)) {
        try {
          all.add(Manifest.read(file));
        } catch (IOException e) {
          findings.add("snapshot " + e.getMessage() + "; it is not used");
          unreadable.add(file);
        }
      }
    }
    Collections.reverse(all); // the names are in the order of the places
    return all;
  }

  /** The newest that is whole; those that are damaged get other names. */
  Optional<Manifest> newest(List<String> findings) throws IOException {
    List<Path> unreadable = new ArrayList<>();
    List<Manifest> all = all(findings, unreadable);
    for (Path file : unreadable) {
      setAside(file);
    }
    for (Manifest manifest : all) {
      String problem = manifest.problem(file(manifest));
      if (problem.isEmpty()) {
        return Optional.of(manifest);
      }
      findings.add(
          "snapshot %s is damaged: %s; it is not used"
              .formatted(file(manifest).getFileName(), problem));
      setAside(directory.resolve(name(manifest.place()) + MANIFEST));
      setAside(file(manifest));
    }
    return Optional.empty();
  }

  /** Its state. It must have been found whole. */
  StoredSnapshot read(Manifest manifest) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    try (ChronicleMap<Integer, byte[]> map = map(file(manifest), manifest.pieces())) {
      for (int i = 0; i < manifest.pieces(); i++) {
        byte[] piece = map.get(i);
        if (piece == null) {
          throw new IOException("piece " + i + " of a snapshot is missing");
        }
        pieces.add(piece);
      }
    }
    java.util.Iterator<byte[]> next = pieces.iterator();
    return new StoredSnapshot(
        manifest.place(), new ByteInput(() -> next.hasNext() ? next.next() : null));
  }

  Path file(Manifest manifest) {
    return directory.resolve(name(manifest.place()) + MAP);
  }

  Path manifest(Manifest manifest) {
    return directory.resolve(name(manifest.place()) + MANIFEST);
  }

  /** Deletes what a kill left half done. */
  void clean() throws IOException {
    for (Path file : halfDone()) {
      Files.delete(file);
    }
  }

  /** What a kill left half done, or what is being done. */
  List<Path> halfDone() throws IOException {
    List<Path> found = new ArrayList<>();
    for (Path file : Directory.files(directory)) {
      String name = file.getFileName().toString();
      boolean half =
          name.endsWith(".tmp")
              || (name.endsWith(MAP)
                  && Files.notExists(
                      file.resolveSibling(
                          name.substring(0, name.length() - MAP.length()) + MANIFEST)));
      if (half) {
        found.add(file);
      }
    }
    return found;
  }

  private static void setAside(Path file) throws IOException {
    if (Files.exists(file)) {
      Files.move(
          file,
          file.resolveSibling(file.getFileName() + ".damaged"),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Deletes all but one, and what is damaged. */
  void keepOnly(Manifest kept) throws IOException {
    for (Path file : Directory.files(directory)) {
      if (!file.equals(file(kept)) && !file.equals(manifest(kept))) {
        Files.delete(file);
        points.reached("another snapshot is deleted");
      }
    }
  }

  private void delete(Manifest old) throws IOException {
    Files.deleteIfExists(directory.resolve(name(old.place()) + MANIFEST));
    points.reached("an old manifest is deleted");
    Files.deleteIfExists(file(old));
  }

  private static ChronicleMap<Integer, byte[]> map(Path file, int pieces) throws IOException {
    return ChronicleMap.of(Integer.class, byte[].class)
        .name("snapshot")
        .entries(pieces + 1L)
        .averageValueSize(PIECE_BYTES)
        .actualChunkSize(CHUNK_BYTES)
        .createPersistedTo(file.toFile());
  }

  private static List<byte[]> cut(List<byte[]> state) {
    return state.stream()
        .flatMap(
            bytes ->
                Stream.iterate(0, at -> at < bytes.length, at -> at + PIECE_BYTES)
                    .map(
                        at ->
                            Arrays.copyOfRange(
                                bytes, at, Math.min(at + PIECE_BYTES, bytes.length))))
        .toList();
  }

  /** In the order of the places as texts. */
  private static String name(long place) {
    return "%019d".formatted(place);
  }
}
