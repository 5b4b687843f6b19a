package dev.tocsin.cli.schema;

import dev.tocsin.Rules;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tocsin schema}: the JSON Schema of rule files. */
@Command(
    name = "schema",
    description = {
      "Writes the JSON Schema of rule files, for completion and help in editors.",
      "Draft 7, which the YAML plug-ins of VS Code and IntelliJ know best."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin schema > tocsin.schema.json",
      "Then, as the first line of a rule file, for VS Code:",
      "  # yaml-language-server: $schema=./tocsin.schema.json"
    })
public final class SchemaCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public SchemaCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    console.styledOut(common.color()).line(Rules.schema().stripTrailing());
    return ExitCode.DONE;
  }
}
