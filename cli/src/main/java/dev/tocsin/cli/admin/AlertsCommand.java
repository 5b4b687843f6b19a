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

/** {@code tocsin alerts}: what is pending or fires. */
@Command(
    name = "alerts",
    description = "Lists the alerts of a running engine that are pending or fire.",
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin alerts --url http://127.0.0.1:9099",
      "  tocsin alerts --state firing --json | jq -r .alert"
    })
public final class AlertsCommand implements Callable<Integer> {
  private final Console console;

  @Option(names = "--rule", paramLabel = "NAME", description = "Only those of this rule")
  private String rule = "";

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Only those that are pending, or firing")
  private String state = "";

  @Option(
      names = "--severity",
      paramLabel = "LEVEL",
      description = "Only those that are info, warning, or critical")
  private String severity = "";

  @Option(names = "--json", description = "Write one JSON object a line")
  private boolean json;

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public AlertsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    JsonNode answer =
        endpoint
            .client(console)
            .get("/api/v1/alerts", Map.of("rule", rule, "state", state, "severity", severity));
    StyledOutput out = console.styledOut(common.color());
    if (json) {
      answer.path("alerts").forEach(alert -> out.line(alert.toString()));
    } else {
      out.print(AlertsText.of(answer, out.width()));
    }
    return ExitCode.DONE;
  }
}
