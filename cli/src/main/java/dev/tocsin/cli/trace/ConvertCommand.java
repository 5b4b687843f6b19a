package dev.tocsin.cli.trace;

import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.cli.terminal.Console;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin convert}: a trace of any format as native lines. */
@Command(
    name = "convert",
    description = {
      "Writes a trace of any known format as JSON lines of the native format.",
      "What was read, passed over and skipped goes to the second output."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin convert --sort langfuse.json -o trace.jsonl.gz",
      "  tocsin convert --columns time=ts,model=model_name calls.csv > trace.jsonl"
    })
public final class ConvertCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "TRACE", description = "The recorded calls")
  private Path trace = Path.of("");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Where to write; .gz and .zst are compressed (default: standard output)")
  private @Nullable Path output;

  @Option(
      names = "--sort",
      description = "Write in the order of time, also if it does not fit into memory")
  private boolean sort;

  @Option(names = "--no-progress", description = "Show no progress bar")
  private boolean noProgress;

  @Mixin private final TraceOptions source = new TraceOptions();

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    TransferFiles files = new TransferFiles(console, trace, output, !noProgress);
    files.run(source.formats(), true, UnaryOperator.identity(), sort, common.color());
    return ExitCode.DONE;
  }
}
