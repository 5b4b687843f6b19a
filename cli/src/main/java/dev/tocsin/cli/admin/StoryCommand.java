package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin story}: why an alert fires, and what was sent. */
@Command(
    name = "story",
    description = "Tells why an alert fires, and why each channel was told of it or was not.",
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin story error_rate_spike",
      "  tocsin story --json error_rate_spike | jq .decisions"
    })
public final class StoryCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "ALERT",
      description =
          "Its key as 'tocsin alerts' shows it, or the rule's name where it has one alert")
  private String alert = "";

  @Option(names = "--json", description = "Write one JSON object")
  private boolean json;

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public StoryCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    AdminClient client = endpoint.client(console);
    String key = AlertNames.key(client, alert);
    JsonNode story = client.get("/api/v1/alerts/story", Map.of("alert", key));
    StyledOutput out = console.styledOut(common.color());
    if (json) {
      out.line(story.toString());
    } else {
      out.print(new StoryText(story, out.width()).lines());
    }
    return ExitCode.DONE;
  }
}
