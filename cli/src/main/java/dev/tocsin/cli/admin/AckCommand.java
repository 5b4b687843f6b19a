package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Counts;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.json.Json;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin ack}: somebody takes care of an alert. */
@Command(
    name = "ack",
    description = {
      "Says that somebody takes care of a firing alert.",
      "Until it resolves, it is neither repeated nor escalated."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin ack error_rate_spike --by ana --comment 'provider is down, on it'",
      "  tocsin ack user_errors --all --by ana"
    })
public final class AckCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      index = "0",
      paramLabel = "ALERT",
      description =
          "Its key as 'tocsin alerts' shows it, or the rule's name where it has one alert")
  private String alert = "";

  @Option(names = "--all", description = "ALERT is a rule: all of its alerts that fire")
  private boolean all;

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who you are")
  private String by = "";

  @Option(names = "--comment", paramLabel = "TEXT", description = "What you know or do")
  private String comment = "";

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public AckCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    AdminClient client = endpoint.client(console);
    ObjectNode body = Json.object();
    body.put("by", by).put("comment", comment);
    if (all) {
      body.put("rule", alert);
    } else {
      body.put("alert", AlertNames.key(client, alert));
    }
    JsonNode answer = client.post("/api/v1/alerts/ack", body);
    StyledOutput out = console.styledOut(common.color());
    out.line(
        all
            ? "acknowledged "
                + Counts.of(answer.path("acknowledged").asLong(), "alert")
                + " of "
                + Printable.of(alert)
            : "acknowledged " + Printable.of(answer.path("alert").asText()));
    return ExitCode.DONE;
  }
}
