package dev.tocsin.trace;

import dev.tocsin.api.Event;
import dev.tocsin.trace.record.BadEventException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a trace file was read as.
 *
 * @param lines the events with their line numbers
 * @param bad {@code number: reason} of the others
 * @param late how many were too old; 0 where they are not put in order
 */
record Reading(List<TraceLine> lines, List<String> bad, long late) {

  /** In the order of the file. */
  static Reading of(Path file) throws IOException {
    List<TraceLine> lines = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(file, true, (n, why) -> bad.add(n + ": " + why))) {
      for (TraceLine line = reader.next(); line != null; line = reader.next()) {
        lines.add(line);
      }
    }
    return new Reading(lines, bad, 0);
  }

  /** In the order of the stamps. */
  static Reading ordered(Path file, long latenessNanos) throws IOException {
    List<TraceLine> lines = new ArrayList<>();
    List<String> bad = new ArrayList<>();
    try (TraceReader reader = TraceReader.open(file, true, (n, why) -> bad.add(n + ": " + why))) {
      OrderedTrace trace =
          new OrderedTrace(reader, latenessNanos, (n, why) -> bad.add(n + ": " + why));
      for (TraceLine line = trace.next(); line != null; line = trace.next()) {
        lines.add(line);
      }
      return new Reading(lines, bad, trace.late());
    }
  }

  /** One line by itself. */
  static Event line(String json) throws BadEventException {
    byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
    try {
      return Objects.requireNonNull(new NativeEvents(true).read(bytes, bytes.length));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path write(Path folder, String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content);
  }

  List<Long> numbers() {
    return lines.stream().map(TraceLine::number).toList();
  }
}
