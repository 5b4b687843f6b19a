package dev.tocsin.trace;

import dev.tocsin.api.Event;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/**
 * Sorts any number of events by their stamps in bounded memory; equal stamps keep their order.
 * Lines of the native format are sorted in pieces, the pieces written to temporary files, and these
 * merged. Not thread-safe.
 */
public final class SortedEvents implements Closeable {
  private static final int MOST_RUNS = 200;
  private static final Comparator<SortedRun> BY_TIME =
      Comparator.comparingLong(SortedRun::time).thenComparingInt(SortedRun::number);

  /** Takes lines with their ends. */
  @FunctionalInterface
  public interface LineSink {
    /** Takes the next one. */
    void line(byte[] line) throws IOException;
  }

  private static final class Line {
    private final long time;
    private final byte[] bytes;

    Line(long time, byte[] bytes) {
      this.time = time;
      this.bytes = bytes;
    }

    long time() {
      return time;
    }
  }

  private final long bytesInMemory;
  private final Path folder;
  private final List<Line> lines = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();
  private long bytes;

  /**
   * @param bytesInMemory about how much is sorted at once
   */
  public SortedEvents(long bytesInMemory) throws IOException {
    this.bytesInMemory = bytesInMemory;
    folder = Files.createTempDirectory("tocsin-sort");
  }

  /** Adds an event. */
  public void add(Event event) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    try (TraceWriter writer = new TraceWriter(line)) {
      writer.write(event);
    }
    lines.add(new Line(event.timeNanos(), line.toByteArray()));
    bytes += line.size() + 64;
    if (bytes >= bytesInMemory) {
      spill();
    }
  }

  /** Gives all lines in order; once. */
  public void writeTo(LineSink sink) throws IOException {
    if (runs.isEmpty()) {
      lines.sort(Comparator.comparingLong(Line::time));
      for (Line line : lines) {
        sink.line(line.bytes);
      }
      return;
    }
    if (!lines.isEmpty()) {
      spill();
    }
    merge(runs, (time, line) -> sink.line(line));
  }

  private void spill() throws IOException {
    lines.sort(Comparator.comparingLong(Line::time));
    Path run = Files.createTempFile(folder, "run", "");
    try (SortedRun.Writer writer = new SortedRun.Writer(run)) {
      for (Line line : lines) {
        writer.line(line.time, line.bytes);
      }
    }
    lines.clear();
    bytes = 0;
    runs.add(run);
    if (runs.size() >= MOST_RUNS) {
      Path merged = Files.createTempFile(folder, "merged", "");
      try (SortedRun.Writer writer = new SortedRun.Writer(merged)) {
        merge(runs, writer::line);
      }
      for (Path each : runs) {
        Files.delete(each);
      }
      runs.clear();
      runs.add(merged);
    }
  }

  private static void merge(List<Path> files, SortedRun.Sink sink) throws IOException {
    PriorityQueue<SortedRun> queue = new PriorityQueue<>(BY_TIME);
    try {
      for (int i = 0; i < files.size(); i++) {
        queue.add(new SortedRun(files.get(i), i));
      }
      while (!queue.isEmpty()) {
        SortedRun first = queue.remove();
        sink.line(first.time(), first.line());
        if (first.next()) {
          queue.add(first);
        } else {
          first.close();
        }
      }
    } finally {
      for (SortedRun open : queue) {
        open.close();
      }
    }
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> left = Files.list(folder)) {
      for (Path run : left.toList()) {
        Files.delete(run);
      }
    }
    Files.delete(folder);
  }
}
