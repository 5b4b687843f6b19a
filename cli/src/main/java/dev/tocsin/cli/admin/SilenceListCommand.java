package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin silence list}: what is not sent. */
@Command(
    name = "list",
    description = "Lists the silences that are in force or are yet to be.",
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin silence list",
      "  tocsin silence list --all --json | jq -r .id"
    })
public final class SilenceListCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--all", description = "Also those that have ended")
  private boolean all;

  @Option(names = "--json", description = "Write one JSON object a line")
  private boolean json;

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public SilenceListCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    List<JsonNode> silences = new ArrayList<>();
    JsonNode answer = endpoint.client(console).get("/api/v1/silences");
    for (JsonNode silence : answer.path("silences")) {
      if (all || !silence.path("state").asText().equals("expired")) {
        silences.add(silence);
      }
    }
    StyledOutput out = console.styledOut(common.color());
    if (json) {
      silences.forEach(silence -> out.line(silence.toString()));
    } else {
      out.print(SilencesText.of(silences, out.width()));
    }
    return ExitCode.DONE;
  }
}
