package dev.tocsin.trace;

import dev.tocsin.trace.TraceReader.BadLineSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events of several traces, each time the earliest of those that come next; of equally early
 * ones that of the first trace. No event is later behind the newest than it was in its own trace.
 */
public final class MergedEvents implements EventSource {
  private final List<TraceReader> sources = new ArrayList<>();
  private final PriorityQueue<Head> heads =
      new PriorityQueue<>(
          Comparator.comparingLong((Head head) -> head.line().event().timeNanos())
              .thenComparingInt(Head::source));
  private boolean begun;
  private long given;

  private record Head(int source, TraceLine line) {}

  private MergedEvents() {}

  /**
   * Opens traces.
   *
   * @param files whose events are merged
   * @param formats in which each may be
   * @param texts whether prompts and answers are read
   * @param badLines takes lines that are no events; the reason begins with the file
   * @throws IOException when one cannot be opened
   */
  public static MergedEvents open(
      List<Path> files, TraceFormats formats, boolean texts, BadLineSink badLines)
      throws IOException {
    MergedEvents merged = new MergedEvents();
    try {
      for (Path file : files) {
        BadLineSink ofFile = (line, reason) -> badLines.badLine(line, file + ": " + reason);
        merged.sources.add(TraceReader.open(file, formats, texts, ofFile));
      }
      return merged;
    } catch (IOException | RuntimeException e) {
      merged.close();
      throw e;
    }
  }

  @Override
  public @Nullable TraceLine next() throws IOException {
    if (!begun) {
      begun = true;
      for (int source = 0; source < sources.size(); source++) {
        advance(source);
      }
    }
    Head first = heads.poll();
    if (first == null) {
      return null;
    }
    advance(first.source());
    return new TraceLine(++given, first.line().event());
  }

  private void advance(int source) throws IOException {
    TraceLine line = sources.get(source).next();
    if (line != null) {
      heads.add(new Head(source, line));
    }
  }

  @Override
  public String format() {
    return sources.stream().map(EventSource::format).distinct().collect(Collectors.joining(", "));
  }

  @Override
  public Map<String, Long> passedOver() {
    Map<String, Long> all = new HashMap<>();
    sources.forEach(
        source -> source.passedOver().forEach((kind, count) -> all.merge(kind, count, Long::sum)));
    return all;
  }

  @Override
  public long linesRead() {
    return sources.stream().mapToLong(EventSource::linesRead).sum();
  }

  @Override
  public long bytesRead() {
    return sources.stream().mapToLong(EventSource::bytesRead).sum();
  }

  @Override
  public long size() {
    return sources.stream().anyMatch(source -> source.size() < 0)
        ? -1
        : sources.stream().mapToLong(EventSource::size).sum();
  }

  @Override
  public void close() throws IOException {
    IOException failure = null;
    for (TraceReader source : sources) {
      try {
        source.close();
      } catch (IOException e) {
        failure = e;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
