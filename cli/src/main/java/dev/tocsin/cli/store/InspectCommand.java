package dev.tocsin.cli.store;

import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.store.StoreFiles;
import dev.tocsin.store.StoreReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin store inspect}: what is in a store. */
@Command(
    name = "inspect",
    description = {
      "Shows what is in a store: owner, snapshots, journal, rules.",
      "Changes nothing, and needs no lock: an engine may be running on it."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin store inspect /var/lib/tocsin",
      "  tocsin store inspect --json /var/lib/tocsin | jq .journal.events"
    })
public final class InspectCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "The directory of the store")
  private Path directory = Path.of("");

  @Option(names = "--json", description = "Write one JSON object")
  private boolean json;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public InspectCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    StoreReport report = OwnOutput.during(() -> StoreFiles.in(directory).inspect());
    StyledOutput out = console.styledOut(common.color());
    if (json) {
      out.line(StoreReportJson.of(report));
    } else {
      out.print(StoreReportText.of(report, out.width()));
    }
    return ExitCode.DONE;
  }
}
