package dev.tocsin.cli.store;

import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Palette;
import dev.tocsin.store.StoreCheck;
import dev.tocsin.store.StoreFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jline.utils.AttributedString;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tocsin store verify}: whether a store is whole. */
@Command(
    name = "verify",
    description = {
      "Reads every snapshot and the whole journal of a store and says what is damaged.",
      "Changes nothing, and needs no lock: an engine may be running on it.",
      "Ends with 0 when all is whole, 1 when something is damaged, 2 when it is no store."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {"", "Examples:", "  tocsin store verify /var/lib/tocsin"})
public final class VerifyCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DIR", description = "The directory of the store")
  private Path directory = Path.of("");

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public VerifyCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    StoreCheck check = OwnOutput.during(() -> StoreFiles.in(directory).verify());
    StyledOutput out = console.styledOut(common.color());
    List<AttributedString> lines = new ArrayList<>();
    check.problems().forEach(problem -> lines.add(Palette.text(problem, Palette.RED)));
    boolean whole = check.problems().isEmpty();
    lines.add(
        Palette.text(
            "%s, %s with %s, %s"
                .formatted(
                    Counts.of(check.snapshots(), "snapshot"),
                    Counts.of(check.batches(), "batch", "batches"),
                    Counts.of(check.inputs(), "input"),
                    whole ? "all whole" : Counts.of(check.problems().size(), "problem")),
            whole ? Palette.GREEN : Palette.RED));
    out.print(lines);
    return whole ? ExitCode.DONE : ExitCode.WRONG;
  }
}
