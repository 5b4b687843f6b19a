package dev.tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
  @TempDir private Path folder = Path.of("");

  @Test
  void aClosedStoreIsShown() throws IOException {
    Path store = stopped(90);
    Map<Path, Integer> before = contents(store);
    Run run = Run.of("store", "inspect", store).without(folder);

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    Golden.compare(
        "store-inspect",
        run.out()
            .replaceAll("[\\d.]+ [kMGT]?B", "SIZE")
            .replaceAll("[0-9a-f]{12}\\.\\.\\.", "HASH...")
            .replaceAll("whole, at \\S+", "whole, at TICK")
            .replaceAll("\n {12}batch.*whole.*", "") // how many fitted in between
            .replaceAll("batch(es)? \\d+( to \\d+)?", "batch N")
            .replaceAll("\\d+ readings?", "N readings"));
    assertThat(contents(store)).as("nothing is changed").isEqualTo(before);
  }

  @Test
  void asJsonEverythingHasAName() throws IOException {
    Run run = Run.of("store", "inspect", "--json", stopped(90)).without(folder);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(1);
    assertThat(run.out())
        .startsWith("{\"type\":\"store\",\"directory\":\"store\",\"format\":\"tocsin store 1\",")
        .contains("\"owner\":null", "\"closed\":\"2026-10-03T10:01:30Z\"")
        .contains("\"rule_files\":[\"rules.yaml\"]", "\"pending_deliveries\":0")
        .contains("\"events\":90,\"ticks\":91", "\"reloads\":1,", "\"damage\":null", "\"gaps\":0")
        .contains("\"from\":\"2026-10-03T10:00:00Z\",\"until\":\"2026-10-03T10:01:31Z\"");
  }

  @Test
  void aRunningOwnerIsNamedAndNotDisturbed() throws IOException {
    try (StoreOfAService service = new StoreOfAService(folder).run(10)) {
      Run run = Run.of("store", "inspect", service.store);

      assertThat(run.exitCode()).isZero();
      assertThat(run.out())
          .contains("process " + ProcessHandle.current().pid() + " since ", ", running; ")
          .contains("10 events");
      assertThat(Run.of("store", "verify", service.store).exitCode()).isZero();
      service.run(10);
      assertThat(Run.of("store", "inspect", service.store).out()).contains("20 events");
    }
  }

  @Test
  void compactNeedsTheStoreForItself() throws IOException {
    try (StoreOfAService service = new StoreOfAService(folder).run(3)) {
      Run run = Run.of("store", "compact", service.store).without(folder);

      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err())
          .startsWith("tocsin: the store store belongs to process ")
          .endsWith("; two engines cannot share one\n");
    }
  }

  @Test
  void aKilledStoreSaysSo() throws IOException {
    try (StoreOfAService service = new StoreOfAService(folder).run(3)) {
      Path killed = StoreOfAService.killed(service.store, folder.resolve("killed"));

      assertThat(Run.of("store", "inspect", killed).out()).contains("the last one was killed");
      assertThat(Run.of("store", "verify", killed).exitCode()).isZero();
    }
  }

  @Test
  void aWholeStoreIsVerified() throws IOException {
    Path store = stopped(90);
    Map<Path, Integer> before = contents(store);
    Run run = Run.of("store", "verify", store);

    assertThat(run.err()).isEmpty();
    assertThat(run.out()).matches("\\d snapshots?, \\d+ batches with \\d+ inputs, all whole\n");
    assertThat(run.exitCode()).isZero();
    assertThat(contents(store)).isEqualTo(before);
  }

  @Test
  void aDamagedSnapshotIsNamed() throws IOException {
    Path store = stopped(90);
    flip(newest(store.resolve("snapshots"), ".map"), 5_000);

    assertThat(damage(store)).contains("snapshot 0", ".map is damaged: its checksum differs\n");
    assertThat(Run.of("store", "inspect", store).out()).contains("damaged: its checksum differs");
  }

  @Test
  void aDamagedJournalIsNamed() throws IOException {
    Path store = stopped(90);
    Path journal = newest(store.resolve("journal"), ".cq4");
    flip(journal, indexOf(journal, "c1791021650"));

    assertThat(damage(store)).contains("the journal is damaged: a checksum differs (it can be");
    Run record = Run.of("record", store);
    assertThat(record.exitCode()).isEqualTo(1);
    assertThat(record.err()).contains("tocsin: the journal is damaged, the rest is missing: ");
    assertThat(record.out().lines().count()).isBetween(1L, 60L);
  }

  @Test
  void aJournalThatLostItsEndIsNoticed() throws IOException {
    Path store = stopped(90);
    try (RandomAccessFile head =
        new RandomAccessFile(store.resolve("journal.head").toFile(), "rw")) {
      head.writeLong(1_000_000);
    }

    assertThat(damage(store)).contains("the journal's end is missing", "but 1000000 was written");
  }

  @Test
  void aJournalThatLostItsBeginningIsNoticed() throws IOException {
    Path store = stopped(90);
    try (var snapshots = Files.list(store.resolve("snapshots"))) {
      for (Path snapshot : snapshots.toList()) {
        Files.delete(snapshot);
      }
    }
    assertThat(Run.of("store", "verify", store).exitCode()).isZero();
    Files.delete(newest(store.resolve("journal"), ".cq4"));
    assertThat(damage(store)).contains("the journal's end is missing: it ends with batch -1");
  }

  @Test
  void whatIsNoStoreIsSaidToBeNone() throws IOException {
    for (Object[] words :
        new Object[][] {
          {"store", "inspect", folder},
          {"store", "verify", folder},
          {"store", "compact", folder},
          {"record", folder}
        }) {
      Run run = Run.of(words);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).isEqualTo("tocsin: " + folder + ": there is no store in it\n");
    }
    assertThat(Run.of("store", "verify", folder.resolve("no")).err())
        .endsWith("no such directory\n");
    assertThat(Run.of("store").exitCode()).isEqualTo(2);
    Files.writeString(folder.resolve("format"), "tocsin store 99\n");
    Run run = Run.of("store", "verify", folder);
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("has the format 'tocsin store 99'");
  }

  @Test
  void compactFreesWhatNoRecoveryNeeds() throws IOException {
    Path store = folder.resolve("store");
    for (int hour = 0; hour < 3; hour++) {
      Instant start = StoreOfAService.START.plus(Duration.ofHours(hour));
      try (StoreOfAService service = new StoreOfAService(folder, start)) {
        service.run(40); // and a snapshot at the end
      }
    }
    Path half = Files.writeString(store.resolve("snapshots/0000000000000009999.map.tmp"), "half");
    Path aside = Files.createDirectories(store.resolve("journal.damaged-1"));
    Files.writeString(aside.resolve("x.cq4"), "damaged");
    long before = events(store);

    Run run = Run.of("store", "compact", store);
    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains("journal/20261003-10F.cq4, ", "snapshots/0000000000000009999.map.tmp, 4 bytes\n")
        .contains("kept journal.damaged-1: a damaged journal", " freed\n");
    assertThat(half).doesNotExist();
    assertThat(aside).exists();
    assertThat(events(store)).isBetween(1L, before - 1);
    assertThat(Run.of("store", "verify", store).exitCode()).isZero();
    assertThat(Run.of("store", "inspect", store).out()).contains("Leftovers   journal.damaged-1");

    assertThat(Run.of("store", "compact", "--damaged", store).out())
        .contains("journal.damaged-1, 7 bytes\n");
    assertThat(aside).doesNotExist();
    assertThat(Run.of("store", "compact", store).out()).isEqualTo("0 bytes freed\n");
  }

  @Test
  void compactKeepsTheJournalWithoutAWholeSnapshot() throws IOException {
    Path store = stopped(40);
    try (var snapshots = Files.list(store.resolve("snapshots"))) {
      for (Path map : snapshots.filter(file -> file.toString().endsWith(".map")).toList()) {
        flip(map, 5_000);
      }
    }

    assertThat(Run.of("store", "compact", store).out())
        .contains("damaged; --damaged deletes it", "kept the journal: there is no whole snapshot");
    assertThat(Run.of("store", "compact", "--damaged", store).out()).contains(".map, ");
    assertThat(Run.of("store", "verify", store).exitCode()).isZero();
  }

  private Path stopped(int seconds) throws IOException {
    try (StoreOfAService service = new StoreOfAService(folder).run(seconds)) {
      return service.store;
    }
  }

  private String damage(Path store) {
    Run run = Run.of("store", "verify", store);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).endsWith(", 1 problem\n");
    return run.out();
  }

  private static long events(Path store) {
    return Run.of("record", store).out().lines().count();
  }

  private static Path newest(Path directory, String ending) throws IOException {
    try (var files = Files.list(directory)) {
      return files
          .filter(file -> file.toString().endsWith(ending))
          .sorted()
          .reduce((older, newer) -> newer)
          .orElseThrow();
    }
  }

  private static void flip(Path file, long at) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
      bytes.seek(at);
      int before = bytes.read();
      bytes.seek(at);
      bytes.write(before ^ 1);
    }
  }

  private static long indexOf(Path file, String text) throws IOException {
    String bytes = Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(text);
    return bytes.indexOf(text);
  }

  /** The bytes of every file, as far as they can be told apart by a hash. */
  private static Map<Path, Integer> contents(Path store) throws IOException {
    Map<Path, Integer> contents = new TreeMap<>();
    try (var files = Files.walk(store)) {
      files
          .filter(Files::isRegularFile)
          .forEach(
              file -> {
                try {
                  contents.put(file, Arrays.hashCode(Files.readAllBytes(file)));
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              });
    }
    return contents;
  }
}
