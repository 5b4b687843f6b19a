package dev.tocsin.cli.explain;

import dev.tocsin.api.spi.Evaluator;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.TraceOptions;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.replay.AlertFinding;
import dev.tocsin.replay.AlertInquiry;
import dev.tocsin.replay.Replay;
import dev.tocsin.trace.TraceFormats;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that ask how one alert stood at a time of a trace. */
final class AlertOptions {
  @Option(
      names = "--alert",
      paramLabel = "ALERT",
      description = "One alert instead: error_rate_spike, or user_budget{user=u1}")
  private @Nullable String alert;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description = "When: 2026-10-03T10:15:00Z or, for a trace of one day, 10:15")
  private @Nullable String at;

  @Option(names = "--trace", paramLabel = "TRACE", description = "In which recorded calls")
  private @Nullable Path trace;

  @Mixin private final TraceOptions source = new TraceOptions();

  /** Whether one of them was given. */
  boolean areGiven() {
    return alert != null || at != null || trace != null;
  }

  /** The rule that is asked about. */
  RulePlan rule(Plan plan) {
    String name = name().rule();
    List<String> names = plan.rules().stream().map(RulePlan::name).toList();
    return plan.rules().stream()
        .filter(rule -> rule.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    "--alert: no rule '" + name + "'",
                    Suggestions.nearest(name, names)
                        .or(() -> Optional.of("there are " + String.join(", ", names)))));
  }

  /** How it stood. */
  AlertFinding finding(Path rules, Plan plan) throws IOException {
    AlertName name = name();
    RulePlan rule = rule(plan);
    if (at == null || trace == null) {
      throw apart();
    }
    InputFiles.check(rules, trace);
    TraceFormats formats = source.formats();
    Instant time = TraceTime.parse(at, trace, formats);
    List<Evaluator> evaluators =
        ServiceLoader.load(Evaluator.class).stream().map(ServiceLoader.Provider::get).toList();
    return AlertInquiry.ask(
        Replay.of(plan, trace).evaluators(evaluators).formats(formats),
        rule,
        name.of(rule.dimensions()),
        time);
  }

  private AlertName name() {
    if (alert == null) {
      throw apart();
    }
    return AlertName.parse(alert);
  }

  private static CommandFailure apart() {
    return CommandFailure.usage(
        "--alert, --at and --trace go together",
        Optional.of("--alert error_rate_spike --at 2026-10-03T10:15:00Z --trace trace.jsonl"));
  }
}
