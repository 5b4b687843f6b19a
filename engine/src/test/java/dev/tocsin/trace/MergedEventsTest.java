package dev.tocsin.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tocsin.api.Call;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedEventsTest {
  private static final TraceFormats FORMATS = TraceFormats.with(List.of());

  @TempDir private Path folder;

  private Path file(String name, int... seconds) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int second : seconds) {
      lines.append(
          "{\"time\":\"2026-03-01T10:00:%02dZ\",\"model\":\"%s\"}%n".formatted(second, name));
    }
    return Files.writeString(folder.resolve(name), lines);
  }

  @Test
  void theEarliestComesFirstAndOfEqualOnesThatOfTheFirstFile() throws IOException {
    List<Path> files = List.of(file("a", 3, 5, 9), file("b", 1, 5, 6), file("c", 5));
    List<String> read = new ArrayList<>();
    try (MergedEvents merged = MergedEvents.open(files, FORMATS, false, (line, reason) -> {})) {
      for (TraceLine line = merged.next(); line != null; line = merged.next()) {
        Call call = (Call) line.event();
        read.add(line.number() + call.model() + call.time().getEpochSecond() % 60);
      }
      assertThat(merged.linesRead()).isEqualTo(7);
      assertThat(merged.bytesRead()).isEqualTo(merged.size()).isPositive();
      assertThat(merged.format()).isEqualTo("native");
      assertThat(merged.passedOver()).isEmpty();
    }

    assertThat(read).containsExactly("1b1", "2a3", "3a5", "4b5", "5c5", "6b6", "7a9");
  }

  @Test
  void aBrokenLineIsToldWithItsFile() throws IOException {
    Path broken =
        Files.writeString(folder.resolve("broken"), "{\"time\":\"2026-03-01T10:00:00Z\"}\n{\n");
    List<String> bad = new ArrayList<>();
    try (MergedEvents merged =
        MergedEvents.open(
            List.of(file("a", 1), broken),
            FORMATS,
            false,
            (line, reason) -> bad.add(line + " " + reason))) {
      while (merged.next() != null) {
        // to the end
      }
    }

    assertThat(bad).singleElement().asString().startsWith("2 " + broken + ": ");
  }

  @Test
  void aFileThatIsNotThereIsAnErrorAtOnce() throws IOException {
    List<Path> files = List.of(file("a", 1), folder.resolve("nowhere"));

    assertThatThrownBy(() -> MergedEvents.open(files, FORMATS, false, (line, reason) -> {}))
        .isInstanceOf(NoSuchFileException.class);
  }
}
