package dev.tocsin.testkit.run;

import dev.tocsin.core.EngineLimits;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.Replay;
import dev.tocsin.replay.TraceException;
import dev.tocsin.trace.OrderedTrace;
import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A trace in a file of any known format. Its beginning is read once more to find out when that is,
 * so that it cannot be a pipe.
 */
public final class FileTrace implements TraceInput {
  private final Path file;
  private final TraceFormats formats;
  private @Nullable Instant start;

  public FileTrace(Path file, TraceFormats formats) {
    this.file = file;
    this.formats = formats;
  }

  @Override
  public String name() {
    return file.toString();
  }

  @Override
  public synchronized Instant start() {
    if (start == null) {
      start = firstStamp();
    }
    return start;
  }

  private Instant firstStamp() {
    if (Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file)) {
      throw TraceException.unreadable(
          file, new IOException("it can be read only once; write it to a file first"), 0);
    }
    try (TraceReader reader = TraceReader.open(file, formats, false, (line, reason) -> {})) {
      long lateness = EngineLimits.DEFAULT.allowedLateness().toNanos();
      TraceLine first = new OrderedTrace(reader, lateness, (line, reason) -> {}).next();
      if (first == null) {
        throw TraceException.withoutEvents(file);
      }
      return first.event().time();
    } catch (IOException e) {
      throw TraceException.unreadable(file, e, 0);
    }
  }

  @Override
  public Replay replay(Plan plan) {
    return Replay.of(plan, file).formats(formats);
  }
}
