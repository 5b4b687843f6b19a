package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.Event;
import dev.tocsin.journal.InputSink;
import dev.tocsin.journal.StoreException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two runs of a service, an hour apart, each ended cleanly. */
class StoreFilesTest {
  @TempDir Path folder;
  private Path store;

  @BeforeEach
  void twoRuns() throws IOException {
    store = folder.resolve("store");
    run(0);
    run(1);
  }

  @Test
  void allOfItIsReported() throws IOException {
    StoreReport report = StoreFiles.in(store).inspect();
    assertThat(report.owner()).isEmpty();
    assertThat(report.closed()).isEqualTo("2026-10-03T11:00:03Z");
    assertThat(report.snapshots())
        .hasSize(2)
        .allMatch(snapshot -> snapshot.damage() == null)
        .first()
        .matches(newest -> newest.state().tick().equals(Service.START.plusSeconds(3_604)))
        .matches(newest -> newest.state().deliveries() == 0);
    assertThat(report.journal().files()).isEqualTo(2);
    assertThat(report.journal().first()).isZero();
    assertThat(report.journal().counts().events()).isEqualTo(6);
    assertThat(report.leftovers()).isEmpty();
    assertThat(report.freeBytes()).isPositive();
  }

  @Test
  void everyEventIsGivenInItsOrder() throws IOException {
    List<Event> events = new ArrayList<>();
    StoreFiles.in(store)
        .read(
            new InputSink() {
              @Override
              public void arrival(Event event) {
                events.add(event);
              }
            });
    assertThat(events)
        .extracting(event -> event.timeNanos() / 1_000_000_000 - Service.START.getEpochSecond())
        .containsExactly(0L, 1L, 2L, 3_600L, 3_601L, 3_602L);
  }

  @Test
  void aJournalWithoutItsBeginningIsDamagedWhereNoSnapshotHasIt() throws IOException {
    Path first = JournalQueue.files(store.resolve("journal")).get(0);
    Files.delete(first);
    assertThat(StoreFiles.in(store).verify().problems()).isEmpty();
    for (Path file : Directory.files(store.resolve("snapshots"))) {
      Files.delete(file);
    }
    assertThat(StoreFiles.in(store).verify().problems())
        .singleElement()
        .asString()
        .startsWith("the journal begins with batch ")
        .endsWith(", but 0 is needed");
  }

  @Test
  void aSnapshotWithoutItsFileOrManifestIsDamaged() throws IOException {
    List<Path> files = Directory.files(store.resolve("snapshots"));
    Files.delete(files.get(1)); // the older one's map
    Files.writeString(files.get(2), "nonsense");
    assertThat(StoreFiles.in(store).verify().problems())
        .anyMatch(problem -> problem.endsWith("is damaged: it is missing"))
        .anyMatch(problem -> problem.endsWith("is damaged: its manifest cannot be read"));
  }

  @Test
  void theNextEngineGoesOnAfterCompaction() throws IOException {
    run(2);
    CompactReport report = StoreFiles.in(store).compact(false);
    assertThat(report.freed()).containsKey("journal/20261003-10F.cq4");
    assertThat(report.bytes()).isPositive();
    assertThat(report.kept()).isEmpty();
    try (Service next = Service.start(folder, store, Service.START.plus(Duration.ofHours(3)))) {
      assertThat(next.engine.recovery().orElseThrow())
          .matches(recovery -> recovery.closed() && recovery.findings().isEmpty());
      assertThatThrownBy(() -> StoreFiles.in(store).compact(false))
          .isInstanceOf(StoreException.class);
    }
  }

  private void run(int hour) throws IOException {
    try (Service service =
        Service.start(folder, store, Service.START.plus(Duration.ofHours(hour)))) {
      for (int second = 0; second < 3; second++) {
        service.record("u1", 100, 0.01);
        service.advance(Duration.ofSeconds(1));
      }
    }
  }
}
