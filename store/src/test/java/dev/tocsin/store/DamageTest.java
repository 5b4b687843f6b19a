package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.api.Recovery;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that was damaged says so, keeps what can be read, and goes on. */
@Timeout(60)
class DamageTest {
  private static final int EVENTS = 300;

  @TempDir Path folder;
  private Path store;
  private Instant now;

  @BeforeEach
  void killedStore() throws IOException {
    Path running = folder.resolve("running");
    try (Service service = Service.start(folder, running, Service.START)) {
      for (int i = 0; i < EVENTS; i++) {
        service.record("u" + i % 7, i % 4_000, 0.001);
        service.advance(Duration.ofMillis(100));
        if (i == EVENTS / 3 || i == EVENTS * 2 / 3) {
          // a snapshot is due, and is written behind the engine's back
          int before = i == EVENTS / 3 ? 1 : 2;
          Awaitility.await().until(() -> snapshots(running, ".manifest").size() >= before);
        }
      }
      now = service.now();
      store = Service.killed(running, folder);
    }
  }

  @Test
  void anUndamagedOneHasNoFindings() throws IOException {
    Recovery recovery = recover();
    assertThat(recovery.findings()).isEmpty();
    assertThat(recovery.snapshot()).isNotNull();
  }

  @Test
  void aCutSnapshotIsPassedOverForTheOneBefore() throws IOException {
    Path newest = newestMap();
    try (RandomAccessFile file = new RandomAccessFile(newest.toFile(), "rw")) {
      file.setLength(file.length() / 2);
    }
    Recovery recovery = recover();
    assertThat(recovery.findings())
        .singleElement()
        .asString()
        .contains(newest.getFileName().toString(), "is damaged: it has", "bytes instead of");
    assertThat(recovery.events()).isPositive();
    assertAllAreThere(recovery);
  }

  @Test
  void aChangedByteInASnapshotIsNoticed() throws IOException {
    change(newestMap(), 4_096 * 3, 1);
    Recovery recovery = recover();
    assertThat(recovery.findings()).singleElement().asString().contains("its checksum differs");
    assertAllAreThere(recovery);
  }

  @Test
  void withoutAnySnapshotTheJournalIsEnough() throws IOException {
    for (Path file : Directory.files(store.resolve("snapshots"))) {
      Files.delete(file);
    }
    Recovery recovery = recover();
    assertThat(recovery.snapshot()).isNull();
    assertThat(recovery.events()).isEqualTo(EVENTS);
    assertAllAreThere(recovery);
  }

  @Test
  void aJournalThatLostItsEndIsNoticed() throws IOException {
    Path journal = JournalQueue.files(store.resolve("journal")).get(0);
    try (RandomAccessFile file = new RandomAccessFile(journal.toFile(), "rw")) {
      file.setLength(usedBytes(journal) / 2);
    }
    Recovery recovery = recover();
    assertThat(recovery.findings()).isNotEmpty();
    assertThat(String.join(" ", recovery.findings())).contains("lost", "journal.damaged-1");
    assertThat(store.resolve("journal.damaged-1")).isDirectory();
    assertGoesOn();
  }

  @Test
  void aJournalThatIsGoneIsNoticed() throws IOException {
    for (Path file : Directory.files(store.resolve("journal"))) {
      Files.delete(file);
    }
    Recovery recovery = recover();
    assertThat(recovery.findings()).isNotEmpty();
    assertThat(recovery.snapshot()).as("the snapshot is still good").isNotNull();
    assertGoesOn();
  }

  private static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("tocsin.damages", 15));
  }

  /** Whatever is changed where: it starts, and either all is there or it says what is not. */
  @ParameterizedTest
  @MethodSource("seeds")
  void randomDamage(int seed) throws IOException {
    Random random = new Random(seed);
    List<Path> files;
    try (var all = Files.walk(store)) {
      files =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.endsWith("format") && !file.endsWith("owner"))
              .sorted()
              .toList();
    }
    Path victim = files.get(random.nextInt(files.size()));
    long size = usedBytes(victim);
    if (size == 0) {
      return;
    }
    switch (random.nextInt(3)) {
      case 0 -> change(victim, random.nextLong(size), 1);
      case 1 -> change(victim, random.nextLong(size), 5_000);
      default -> {
        try (RandomAccessFile file = new RandomAccessFile(victim.toFile(), "rw")) {
          file.setLength(random.nextLong(size));
        }
      }
    }
    Recovery recovery = recover();
    if (recovery.findings().isEmpty()) {
      assertAllAreThere(recovery);
    }
    assertGoesOn();
  }

  private void assertAllAreThere(Recovery recovery) {
    assertThat(accepted).as("%s", recovery).isEqualTo(EVENTS);
  }

  private long accepted;

  private Recovery recover() throws IOException {
    try (Service service = Service.start(folder, store, now)) {
      accepted = service.engine.health().accepted();
      return service.engine.recovery().orElseThrow();
    }
  }

  /** After whatever was found, a second start finds nothing more to say. */
  private void assertGoesOn() throws IOException {
    long before;
    try (Service service = Service.start(folder, store, now)) {
      service.record("u1", 10, 0.001);
      service.advance(Duration.ofSeconds(1));
      before = service.engine.health().accepted();
    }
    try (Service service = Service.start(folder, store, now.plusSeconds(1))) {
      assertThat(service.engine.recovery().orElseThrow().findings()).isEmpty();
      assertThat(service.engine.health().accepted()).isEqualTo(before);
    }
  }

  /** A map without a manifest is a snapshot that was not finished. */
  private Path newestMap() throws IOException {
    List<Path> manifests = snapshots(store, ".manifest");
    String name = manifests.get(manifests.size() - 1).getFileName().toString();
    return store.resolve("snapshots").resolve(name.replace(".manifest", ".map"));
  }

  private static List<Path> snapshots(Path store, String suffix) throws IOException {
    return Directory.files(store.resolve("snapshots")).stream()
        .filter(file -> file.toString().endsWith(suffix))
        .toList();
  }

  /** Up to the last byte that is not 0. */
  private static long usedBytes(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] == 0) {
      end--;
    }
    return end;
  }

  private static void change(Path path, long at, int length) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      for (long i = at; i < Math.min(at + length, file.length()); i++) {
        file.seek(i);
        int was = file.read();
        file.seek(i);
        file.write(was ^ 0x5A);
      }
    }
  }
}
