package dev.tocsin.store;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.journal.StoredSnapshot;
import dev.tocsin.live.StoredState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Looks at snapshots without changing them: an open map writes into its file, so that a copy is
 * opened.
 */
final class SnapshotPass {
  private static final int MOST_TRIES = 5;

  private final Path directory;

  private SnapshotPass(Path directory) {
    this.directory = directory;
  }

  /** All, newest first; again from the start when a running engine forgot one meanwhile. */
  static List<SnapshotReport> all(Directory store) throws IOException {
    SnapshotPass pass = new SnapshotPass(store.snapshots());
    for (int tries = 1; ; tries++) {
      List<Path> before = pass.manifests();
      List<SnapshotReport> all = new ArrayList<>();
      for (Path manifest : before) {
        all.add(pass.report(manifest));
      }
      if (tries == MOST_TRIES || pass.manifests().containsAll(before)) {
        Collections.reverse(all); // the names are in the order of the places
        return all;
      }
    }
  }

  private List<Path> manifests() throws IOException {
    return Directory.files(directory).stream()
        .filter(file -> name(file).endsWith(SnapshotFiles.MANIFEST))
        .toList();
  }

  private SnapshotReport report(Path file) throws IOException {
    String map = name(file).replace(SnapshotFiles.MANIFEST, SnapshotFiles.MAP);
    Path mapFile = directory.resolve(map);
    long bytes = Files.exists(mapFile) ? Files.size(mapFile) : 0;
    Manifest manifest;
    try {
      manifest = Manifest.read(file);
    } catch (IOException e) {
      return new SnapshotReport(map, placeOf(map), bytes, null, "its manifest cannot be read");
    }
    try {
      String problem = manifest.problem(mapFile);
      return problem.isEmpty()
          ? new SnapshotReport(map, manifest.place(), bytes, state(manifest, mapFile), null)
          : new SnapshotReport(map, manifest.place(), bytes, null, problem);
    } catch (IOException | RuntimeException e) {
      String problem = Optional.ofNullable(e.getMessage()).orElse(e.toString());
      return new SnapshotReport(map, manifest.place(), bytes, null, problem);
    }
  }

  private static StoredState state(Manifest manifest, Path map) throws IOException {
    Path copies = Files.createTempDirectory("tocsin-snapshot");
    Path copy = copies.resolve(name(map));
    try {
      Files.copy(map, copy);
      StoredSnapshot all = new SnapshotFiles(copies).read(manifest);
      ByteInput in = all.bytes();
      return StoredState.read(in);
    } finally {
      Files.deleteIfExists(copy);
      Files.deleteIfExists(copies);
    }
  }

  private static long placeOf(String map) {
    String digits = map.replaceAll("\\D", "");
    return digits.isEmpty() || digits.length() > 19 ? -1 : Long.parseLong(digits);
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }
}
