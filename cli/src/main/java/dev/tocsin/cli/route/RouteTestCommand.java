package dev.tocsin.cli.route;

import dev.tocsin.api.Severity;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.InstantConverter;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.explain.RuleLabels;
import dev.tocsin.json.RouteJson;
import dev.tocsin.plan.Plan;
import dev.tocsin.plan.RulePlan;
import dev.tocsin.routing.RouteCandidates;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin route test}: labels in, receivers out. */
@Command(
    name = "test",
    description = {
      "Says who is told of an alert with such labels, and when.",
      "The tree of routes with those marked that take it (* surely, ? depending on labels that",
      "are not given), and for each its receiver, group and times."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin route test alert_rules.yaml severity=critical team=search",
      "  tocsin route test --rule latency_degradation alert_rules.yaml user=u1",
      "  tocsin route test --at 2026-10-03T10:15:00Z --json alert_rules.yaml severity=info"
    })
public final class RouteTestCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RULES", description = "The rule file (YAML)")
  private Path rules = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "LABEL=VALUE",
      description = "Labels of the alert; those not given are empty")
  private List<String> labels = List.of();

  @Option(
      names = "--rule",
      paramLabel = "NAME",
      description = "An alert of this rule: with its labels, severity and channels")
  private @Nullable String rule;

  @Option(
      names = "--severity",
      paramLabel = "SEVERITY",
      description = "info, warning or critical; as the label severity")
  private @Nullable Severity severity;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      converter = InstantConverter.class,
      description = "Say what is muted at that moment: 2026-10-03T10:15:00Z")
  private @Nullable Instant at;

  @Option(names = "--json", description = "Write one JSON object")
  private boolean json;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public RouteTestCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Plan plan = RouteShowCommand.plan(rules, console.styledErr(common.color()));
    Optional<RulePlan> chosen = Optional.ofNullable(rule).map(name -> rule(name, plan));
    RuleLabels alert = alert(chosen);
    List<String> own = chosen.map(RulePlan::channels).orElse(List.of());
    List<RouteCandidates.Candidate> all =
        RouteCandidates.of(plan.routing().root(), alert.known(), alert.unknown());
    List<RouteCandidates.Candidate> routes = own.isEmpty() ? all : RouteCandidates.first(all);
    RouteTestText text = new RouteTestText(plan.routing(), alert, own);
    StyledOutput out = console.styledOut(common.color());
    if (json) {
      out.line(RouteJson.test(alert, routes, text::channels, Optional.ofNullable(at)));
    } else {
      out.print(RouteTree.lines(plan.routing(), routes, out.width()));
      out.print(text.lines(routes, Optional.ofNullable(at), out.width()));
    }
    return ExitCode.DONE;
  }

  private RuleLabels alert(Optional<RulePlan> chosen) {
    Map<String, String> given = given();
    Optional<Severity> asked =
        Optional.ofNullable(severity).or(() -> RouteTestText.severity(given.get("severity")));
    return chosen
        .map(plan -> RuleLabels.of(plan, asked.orElse(plan.severity())))
        .orElse(new RuleLabels(Map.of(), Set.of()))
        .with(given);
  }

  private Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    for (String label : labels) {
      int equals = label.indexOf('=');
      if (equals < 1) {
        throw CommandFailure.usage(
            "'" + label + "' is no label with a value", Optional.of("write it as team=search"));
      }
      given.put(label.substring(0, equals), label.substring(equals + 1));
    }
    if (severity != null) {
      given.put("severity", severity.label());
    }
    // an alert has both
    Optional.ofNullable(given.get("rule")).ifPresent(name -> given.putIfAbsent("alertname", name));
    Optional.ofNullable(given.get("alertname")).ifPresent(name -> given.putIfAbsent("rule", name));
    return given;
  }

  private RulePlan rule(String name, Plan plan) {
    List<String> known = plan.rules().stream().map(RulePlan::name).toList();
    return plan.rules().stream()
        .filter(candidate -> candidate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                CommandFailure.usage(
                    rules + ": no enabled rule '" + name + "'",
                    Suggestions.nearest(name, known)
                        .or(() -> Optional.of("its rules are " + String.join(", ", known)))));
  }
}
