package dev.tocsin.cli.trace;

import dev.tocsin.api.Event;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.terminal.ColorMode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.trace.TraceFormats;
import dev.tocsin.trace.TraceOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * From where to where a trace goes, and who is told.
 *
 * @param output or null for standard output
 * @param progress whether a bar is wanted
 */
record TransferFiles(Console console, Path trace, @Nullable Path output, boolean progress) {

  /** See {@link Transfer#run}; says then what was read. */
  void run(
      TraceFormats formats,
      boolean texts,
      UnaryOperator<Event> change,
      boolean sorted,
      ColorMode color)
      throws IOException {
    InputFiles.checkTrace(trace);
    if (output != null && Files.exists(output) && Files.isSameFile(trace, output)) {
      throw CommandFailure.usage(output + ": is the trace that is read", Optional.empty());
    }
    Transfer transfer = new Transfer(trace, formats);
    List<String> lines;
    long bytes = Files.isRegularFile(trace) ? Files.size(trace) : -1;
    try (Transfer.ProgressSink bar = Transfer.progress(console, progress, bytes)) {
      if (output == null) {
        lines = transfer.run(console.out(), texts, change, sorted, bar);
      } else {
        try (OutputStream file = TraceOutput.open(output)) {
          lines = transfer.run(file, texts, change, sorted, bar);
        }
      }
    }
    StyledOutput err = console.styledErr(color);
    lines.forEach(line -> err.line("tocsin: " + Printable.of(line)));
  }
}
