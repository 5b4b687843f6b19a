package dev.tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tocsin.codec.ByteInput;
import dev.tocsin.journal.Store;
import dev.tocsin.journal.StoreOptions;
import dev.tocsin.journal.StoredSnapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A kill at every step of every write: what had returned is there, and nothing is damaged. */
class WritePointsTest {
  private static final int SNAPSHOTS = 3;
  private static final int LONG = 2_500_000;

  @TempDir Path folder;
  private final List<Left> left = new ArrayList<>();
  private final TreeSet<String> steps = new TreeSet<>();
  private Path store;
  private long returned = Store.START;
  private long snapshotted = Store.START;
  private Instant now = Instant.parse("2026-10-03T10:00:00Z");

  /** What a kill at a step left, and what had returned by then. */
  private record Left(String step, Path store, long returned, long snapshotted) {}

  @Test
  void nothingThatReturnedIsLost() throws IOException {
    store = folder.resolve("store");
    StoreOptions options = StoreOptions.at(store).retention(Duration.ZERO);
    try (ChronicleStore open = ChronicleStore.open(options, () -> now, this::reached)) {
      open.replay(Store.START, (bytes, length) -> {});
      for (int i = 0; i < SNAPSHOTS; i++) {
        for (int batch = 0; batch < 2; batch++) {
          byte[] bytes = batch(returned + 1);
          returned = open.append(bytes, bytes.length);
        }
        open.snapshot(returned, List.of(batch(returned), new byte[100_000]));
        snapshotted = returned;
        now = now.plus(Duration.ofHours(2)); // so that files of the journal are left behind
      }
    }
    assertThat(steps)
        .contains(
            "a file of the journal is deleted",
            "a piece is in the map",
            "an excerpt is half done",
            "an old manifest is deleted",
            "the manifest is there",
            "the map has its name");
    for (Left one : left) {
      check(one);
    }
  }

  private void reached(String step) {
    steps.add(step);
    try {
      left.add(
          new Left(
              step,
              Service.killed(store, Files.createTempDirectory(folder, "at")),
              returned,
              snapshotted));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void check(Left killed) throws IOException {
    try (ChronicleStore open = ChronicleStore.open(StoreOptions.at(killed.store), () -> now)) {
      assertThat(open.wasClosed()).isFalse();
      Optional<StoredSnapshot> snapshot = open.latest();
      long after = snapshot.map(StoredSnapshot::place).orElse(Store.START);
      assertThat(after).as(killed.step).isGreaterThanOrEqualTo(killed.snapshotted);
      if (snapshot.isPresent()) {
        assertThat(text(snapshot.get().bytes(), batch(after).length))
            .isEqualTo(new String(batch(after), StandardCharsets.US_ASCII));
      }
      long[] next = {after + 1};
      long last =
          open.replay(after, (bytes, length) -> assertThat(bytes).startsWith(batch(next[0]++)));
      assertThat(last).as(killed.step).isGreaterThanOrEqualTo(killed.returned);
      assertThat(open.findings()).as(killed.step).isEmpty();
      byte[] more = batch(last + 1);
      assertThat(open.append(more, more.length)).isEqualTo(last + 1);
    }
    try (ChronicleStore again = ChronicleStore.open(StoreOptions.at(killed.store), () -> now)) {
      long[] next = {again.latest().map(StoredSnapshot::place).orElse(Store.START)};
      long last =
          again.replay(next[0], (bytes, length) -> assertThat(bytes).startsWith(batch(++next[0])));
      assertThat(last).as(killed.step).isEqualTo(next[0]).isGreaterThan(killed.returned);
      assertThat(again.findings()).as(killed.step).isEmpty();
    }
  }

  private static String text(ByteInput in, int length) throws IOException {
    byte[] bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  /** Says which one it is; every fifth is too long for one excerpt. */
  private static byte[] batch(long place) {
    String text = "batch " + place + ".";
    return (place % 5 == 4 ? text.repeat(LONG / text.length()) : text)
        .getBytes(StandardCharsets.US_ASCII);
  }
}
