package dev.tocsin.testkit.run;

import dev.tocsin.plan.Plan;
import dev.tocsin.replay.Replay;
import dev.tocsin.trace.TraceFormats;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Traces in several files as one: days that follow one another, or what several services recorded
 * at the same time.
 */
public final class FileTraces implements TraceInput {
  private final List<Path> files;
  private final TraceFormats formats;
  private final List<FileTrace> each;

  /**
   * @param files at least one; their order does not matter
   * @param formats in which each may be
   */
  public FileTraces(List<Path> files, TraceFormats formats) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no files");
    }
    this.files = List.copyOf(files);
    this.formats = formats;
    this.each = files.stream().map(file -> new FileTrace(file, formats)).toList();
  }

  @Override
  public String name() {
    return each.stream().map(FileTrace::name).collect(Collectors.joining(", "));
  }

  @Override
  public Instant start() {
    return each.stream().map(FileTrace::start).min(Instant::compareTo).orElseThrow();
  }

  @Override
  public Replay replay(Plan plan) {
    return Replay.of(plan, files).formats(formats);
  }
}
