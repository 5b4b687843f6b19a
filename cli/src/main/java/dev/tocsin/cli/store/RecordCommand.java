package dev.tocsin.cli.store;

import dev.tocsin.api.Event;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.InstantConverter;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.journal.InputSink;
import dev.tocsin.store.JournalReport;
import dev.tocsin.store.StoreFiles;
import dev.tocsin.trace.TraceWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin record}: the events of a store as a trace. */
@Command(
    name = "record",
    description = {
      "Writes the events in the journal of a store as a trace, for tocsin replay.",
      "An engine may be running on the store. Ends with 1 when the journal is damaged; what can be",
      "read is written then."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin record /var/lib/tocsin > trace.jsonl",
      "  tocsin record --from 2026-10-03T10:00:00Z /var/lib/tocsin | gzip > trace.jsonl.gz"
    })
public final class RecordCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "The directory of the store")
  private Path directory = Path.of("");

  @Option(
      names = "--from",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Only events with this stamp or a later one, as 2026-10-03T10:15:00Z")
  private @Nullable Instant from;

  @Option(
      names = "--until",
      paramLabel = "INSTANT",
      converter = InstantConverter.class,
      description = "Only events with an earlier stamp")
  private @Nullable Instant until;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public RecordCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Recording recording = new Recording(new TraceWriter(console.out()));
    recording.writer.writeVersion();
    JournalReport journal = OwnOutput.during(() -> StoreFiles.in(directory).read(recording));
    recording.writer.flush();
    var err = console.styledErr(common.color());
    err.line("tocsin: " + Counts.of(recording.written, "event") + " written");
    if (journal.counts().gaps() > 0) {
      err.line("tocsin: events are missing where the disk of the store was full or failed");
    }
    if (journal.damage() != null) {
      err.line("tocsin: the journal is damaged, the rest is missing: " + journal.damage());
      return ExitCode.WRONG;
    }
    return ExitCode.DONE;
  }

  private final class Recording implements InputSink {
    private final TraceWriter writer;
    private long written;

    Recording(TraceWriter writer) {
      this.writer = writer;
    }

    @Override
    public void arrival(Event event) {
      Instant time = event.time();
      if ((from != null && time.isBefore(from)) || (until != null && !time.isBefore(until))) {
        return;
      }
      try {
        writer.write(event);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      written++;
    }
  }
}
