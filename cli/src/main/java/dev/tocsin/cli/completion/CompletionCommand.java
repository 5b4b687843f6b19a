package dev.tocsin.cli.completion;

import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin completion}: a script for shells. */
@Command(
    name = "completion",
    description = "Writes the script by which bash and zsh complete commands and options.",
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  source <(tocsin completion)                             # in ~/.bashrc or ~/.zshrc",
      "  tocsin completion > /etc/bash_completion.d/tocsin"
    })
public final class CompletionCommand implements Callable<Integer> {
  private final Console console;
  private final CommandLine whole;

  @Mixin private final CommonOptions common = new CommonOptions();

  /**
   * A command that writes to {@code console}.
   *
   * @param whole what is completed
   */
  public CompletionCommand(Console console, CommandLine whole) {
    this.console = console;
    this.whole = whole;
  }

  @Override
  public Integer call() {
    console.styledOut(common.color()).line(AutoComplete.bash("tocsin", whole).stripTrailing());
    return ExitCode.DONE;
  }
}
