package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Printable;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin silence expire}: sent again. */
@Command(
    name = "expire",
    description = "Ends a silence now.",
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {"", "Examples:", "  tocsin silence expire s1 --by ana"})
public final class SilenceExpireCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "ID",
      description = "Its id, as 'tocsin silence list' has it")
  private String id = "";

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who you are")
  private String by = "";

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public SilenceExpireCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    JsonNode answer = endpoint.client(console).delete("/api/v1/silences/", id, Map.of("by", by));
    StyledOutput out = console.styledOut(common.color());
    out.line(Printable.of("silence " + answer.path("id").asText() + " ended"));
    return ExitCode.DONE;
  }
}
