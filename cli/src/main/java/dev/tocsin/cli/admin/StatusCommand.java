package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.json.Json;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code tocsin status}: how an engine and its channels fare. */
@Command(
    name = "status",
    description = "Shows how a running engine, its store and its channels fare.",
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin status --url http://127.0.0.1:9099",
      "  tocsin status --json | jq '.channels[] | select(.circuit != \"closed\")'"
    })
public final class StatusCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--json", description = "Write one JSON object")
  private boolean json;

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public StatusCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    AdminClient client = endpoint.client(console);
    JsonNode health = client.get("/api/v1/health");
    JsonNode channels = client.get("/api/v1/channels").path("channels");
    StyledOutput out = console.styledOut(common.color());
    if (json) {
      ObjectNode status = Json.object().put("type", "status");
      status.set("health", health);
      status.set("channels", channels);
      out.line(Json.write(status));
    } else {
      out.print(StatusText.of(health, out.width()));
      out.print(ChannelsText.of(channels, out.width()));
    }
    return ExitCode.DONE;
  }
}
