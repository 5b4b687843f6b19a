package dev.tocsin.cli;

import dev.tocsin.cli.command.ExitCode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tocsin} by itself: help and version. */
@Command(
    name = "tocsin",
    description = "Watches LLM calls: alert rules on cost, latency, errors, quality and drift.",
    synopsisSubcommandLabel = "COMMAND",
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    commandListHeading = "%nCommands:%n",
    versionProvider = JarVersion.class,
    footer = {
      "",
      "tocsin COMMAND --help tells more about a command.",
      "Exit codes: 0 done; 1 what was asked about is wrong; 2 wrong usage or unreadable input;",
      "3 an internal error."
    })
final class TocsinCommand implements Callable<Integer> {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean version;

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    if (spec != null) {
      CommandLine line = spec.commandLine();
      line.usage(line.getErr());
    }
    return ExitCode.USAGE;
  }
}
