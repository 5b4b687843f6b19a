package dev.tocsin.replay;

import dev.tocsin.api.Instants;
import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * From when to when a trace is.
 *
 * @param first the earliest stamp
 * @param last the latest
 */
public record TraceSpan(Instant first, Instant last) {

  /** Reads a whole trace; empty without an event. Broken lines are passed over. */
  public static Optional<TraceSpan> of(Path trace, TraceFormats formats) throws IOException {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    try (TraceReader reader = TraceReader.open(trace, formats, false, (line, reason) -> {})) {
      for (TraceLine line = reader.next(); line != null; line = reader.next()) {
        first = Math.min(first, line.event().timeNanos());
        last = Math.max(last, line.event().timeNanos());
      }
    }
    return first > last
        ? Optional.empty()
        : Optional.of(new TraceSpan(Instants.ofNanos(first), Instants.ofNanos(last)));
  }
}
