package dev.tocsin.cli.admin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.json.Json;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin silence add}: nothing is sent for a while. */
@Command(
    name = "add",
    description = {
      "Begins a silence of the alerts that all matchers match.",
      "Until its end nothing is sent about them, but that those have resolved of which it was told",
      "that they fire."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin silence add feature=search severity!=critical --for 2h --by ana --comment 'load test'",
      "  tocsin silence add 'user=~team-a-.*' --until 2026-10-03T18:00:00Z --by ana"
    })
public final class SilenceAddCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(
      arity = "1..*",
      paramLabel = "MATCHER",
      description = "What is asked of a label: severity=critical, user!=u1, 'model=~gpt-.*'")
  private List<String> matchers = List.of();

  @ArgGroup(multiplicity = "1")
  private End end = new End();

  @Option(names = "--by", paramLabel = "NAME", required = true, description = "Who you are")
  private String by = "";

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why")
  private String comment = "";

  /** One of both. */
  static final class End {
    @Option(names = "--for", paramLabel = "DURATION", description = "How long: 30m, 2h, 1d12h")
    private @Nullable String duration;

    @Option(names = "--until", paramLabel = "TIME", description = "Until 2026-10-03T18:00:00Z")
    private @Nullable String until;
  }

  @Mixin private final EndpointOptions endpoint = new EndpointOptions();
  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public SilenceAddCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    ObjectNode body = Json.object();
    matchers.forEach(body.putArray("matchers")::add);
    body.put("duration", end.duration).put("until", end.until);
    body.put("by", by).put("comment", comment);
    JsonNode silence = endpoint.client(console).post("/api/v1/silences", body);
    String id = silence.path("id").asText();
    String until = silence.path("until").asText();
    StyledOutput out = console.styledOut(common.color());
    out.line(Printable.of("silence " + id + " until " + until));
    return ExitCode.DONE;
  }
}
