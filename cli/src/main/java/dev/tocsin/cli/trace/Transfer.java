package dev.tocsin.cli.trace;

import dev.tocsin.api.Event;
import dev.tocsin.api.Instants;
import dev.tocsin.cli.replay.ReplayProgressBar;
import dev.tocsin.cli.terminal.BottomLine;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.replay.ReplayProgress;
import dev.tocsin.replay.TraceException;
import dev.tocsin.trace.SortedEvents;
import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.TraceLine;
import dev.tocsin.trace.TraceReader;
import dev.tocsin.trace.TraceTally;
import dev.tocsin.trace.TraceWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Reads a trace to its end and writes its events, each changed on its way. */
final class Transfer {
  private static final int LINES_BETWEEN_PROGRESS = 1 << 12;

  /** Sorting takes about this part of the heap. */
  private static final int PART_OF_HEAP = 16;

  private final Path trace;
  private final TraceFormats formats;
  private final TraceTally tally = new TraceTally();

  Transfer(Path trace, TraceFormats formats) {
    this.trace = trace;
    this.formats = formats;
  }

  private interface EventSink {
    void event(Event event) throws IOException;
  }

  /**
   * Does it.
   *
   * @param out not closed
   * @param texts whether long texts are read
   * @param change makes of each event what is written
   * @param sorted whether events are written in the order of their stamps
   * @param progress sees how far it is
   * @return what was read, as lines for people
   */
  List<String> run(
      OutputStream out,
      boolean texts,
      UnaryOperator<Event> change,
      boolean sorted,
      ProgressSink progress)
      throws IOException {
    TraceReader reader = open(texts);
    try (reader) {
      TraceWriter writer = new TraceWriter(out);
      writer.writeVersion();
      writer.flush();
      if (sorted) {
        try (SortedEvents sort =
            new SortedEvents(Runtime.getRuntime().maxMemory() / PART_OF_HEAP)) {
          read(reader, event -> sort.add(change.apply(event)), progress);
          sort.writeTo(out::write);
        }
      } else {
        read(reader, event -> writer.write(change.apply(event)), progress);
        writer.flush();
      }
      out.flush();
      return new TallyText(trace, reader.format(), tally, reader.passedOver(), sorted).lines();
    }
  }

  private TraceReader open(boolean texts) {
    try {
      return TraceReader.open(trace, formats, texts, tally::badLine);
    } catch (IOException e) {
      throw TraceException.unreadable(trace, e, 0);
    }
  }

  private void read(TraceReader reader, EventSink sink, ProgressSink progress) throws IOException {
    long events = 0;
    long next = LINES_BETWEEN_PROGRESS;
    for (TraceLine line = next(reader); line != null; line = next(reader)) {
      tally.add(line.event());
      sink.event(line.event());
      events++;
      if (events >= next) {
        next = events + LINES_BETWEEN_PROGRESS;
        progress.progress(
            new ReplayProgress(
                reader.bytesRead(),
                reader.size(),
                reader.linesRead(),
                events,
                Instants.ofNanos(line.event().timeNanos()),
                false));
      }
    }
  }

  private @Nullable TraceLine next(TraceReader reader) {
    try {
      return reader.next();
    } catch (IOException e) {
      throw TraceException.unreadable(trace, e, reader.linesRead());
    }
  }

  /** Sees how far a transfer is. */
  interface ProgressSink extends AutoCloseable {
    void progress(ReplayProgress progress);

    @Override
    default void close() {
      // nothing to close
    }
  }

  /** A bar on the terminal, where there is one and it is wanted. */
  static ProgressSink progress(Console console, boolean wanted, long bytes) {
    if (!wanted || !console.errScreen().terminal()) {
      return progress -> {};
    }
    BottomLine bottom = new BottomLine(console.err(), console.errScreen().width());
    Runtime.getRuntime().addShutdownHook(new Thread(bottom::close)); // Ctrl-C
    ReplayProgressBar bar = new ReplayProgressBar(bytes, bottom, console.unicode());
    return new ProgressSink() {
      @Override
      public void progress(ReplayProgress progress) {
        bar.update(progress);
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }
}
