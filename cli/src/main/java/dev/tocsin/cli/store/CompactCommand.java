package dev.tocsin.cli.store;

import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.store.CompactReport;
import dev.tocsin.store.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin store compact}: frees what no recovery needs. */
@Command(
    name = "compact",
    description = {
      "Deletes from a store what no recovery needs.",
      "That is the journal before the older of the two newest whole snapshots, even where it is",
      "younger than its retention (tocsin record saves it as a trace), and half-written files.",
      "No engine may be running on the store."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin store compact /var/lib/tocsin",
      "  tocsin store compact --damaged /var/lib/tocsin"
    })
public final class CompactCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "The directory of the store")
  private Path directory = Path.of("");

  @Option(
      names = "--damaged",
      description = "Delete damaged snapshots, and damaged journals that were set aside, too")
  private boolean damaged;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public CompactCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    CompactReport report = OwnOutput.during(() -> StoreFiles.in(directory).compact(damaged));
    StyledOutput out = console.styledOut(common.color());
    report
        .freed()
        .forEach((file, bytes) -> out.line(Printable.of(file) + ", " + Counts.bytes(bytes)));
    report.kept().forEach(kept -> out.line("kept " + Printable.of(kept)));
    out.line(Counts.bytes(report.bytes()) + " freed");
    return ExitCode.DONE;
  }
}
