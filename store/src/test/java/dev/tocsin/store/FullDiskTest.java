package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tocsin.api.Recovery;
import dev.tocsin.api.StoreHealth;
import dev.tocsin.journal.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that fills up, and has room again. On a file system of its own, which only root can mount;
 * skipped elsewhere.
 */
class FullDiskTest {
  private static final int MIB = 1 << 20;
  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir Path folder;
  private Path disk;

  @BeforeEach
  void mount() throws IOException, InterruptedException {
    disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=128m", "tmpfs", disk.toString()),
        "cannot mount a file system here");
  }

  @AfterEach
  void unmount() throws IOException, InterruptedException {
    run("umount", "-l", disk.toString());
  }

  @Test
  void theEngineGoesOnInMemoryAndBeginsAnewWhenThereIsRoom() throws IOException {
    Path store = disk.resolve("store");
    Path filler = disk.resolve("filler");
    Path killedWhileFull;
    Path later;
    Instant fullAt;
    Instant now;
    StoreOptions options =
        StoreOptions.at(store).minFreeBytes(16 * MIB).snapshotEvery(Duration.ofHours(1));
    try (Service service = Service.start(folder, options, Service.START, Service.RULES)) {
      service.record("u1", 10, 0.5);
      service.advance(SECOND);
      Awaitility.await().until(() -> health(service).lastSnapshot() != null);

      Files.write(filler, new byte[(int) (health(service).freeBytes() - 8 * MIB)]);
      Awaitility.await()
          .until(
              () -> {
                service.record("u1", 10, 0.1);
                service.advance(SECOND);
                return health(service).trouble() != null;
              });
      assertThat(health(service).warning()).contains("has 8 MiB left");
      assertThat(health(service).trouble()).contains("has 8 MiB left, 16 are needed");
      service.record("u1", 10, 2);
      service.advance(SECOND);
      assertThat(service.sent).as("it still evaluates").hasSize(1);
      assertThat(health(service).inputsLost()).isPositive();
      fullAt = service.now();
      killedWhileFull = Service.killed(store, folder);

      Files.delete(filler);
      service.advance(Duration.ofSeconds(11));
      assertThat(health(service).trouble()).isNull();
      Instant before = health(service).lastSnapshot();
      service.record("u2", 10, 3);
      service.advance(SECOND);
      Awaitility.await().until(() -> snapshots(store) > 1);
      assertThat(before).isNotNull();
      now = service.now();
      later = Service.killed(store, Files.createTempDirectory(folder, "later"));
    }
    try (Service after = Service.start(folder, later, now)) {
      Recovery recovery = after.engine.recovery().orElseThrow();
      assertThat(recovery.findings()).isEmpty();
      assertThat(recovery.firing()).as("both users are over budget").isEqualTo(2);
    }
    try (Service after = Service.start(folder, killedWhileFull, fullAt)) {
      Recovery recovery = after.engine.recovery().orElseThrow();
      assertThat(recovery.firing()).as("what was written before is there").isZero();
    }
  }

  private static StoreHealth health(Service service) {
    return service.health();
  }

  private static long snapshots(Path store) throws IOException {
    return Directory.files(store.resolve("snapshots")).stream()
        .filter(file -> file.toString().endsWith(".manifest"))
        .count();
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (IOException e) {
      return false; // no such command
    }
  }
}
