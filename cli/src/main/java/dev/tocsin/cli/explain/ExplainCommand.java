package dev.tocsin.cli.explain;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.OutputFormat;
import dev.tocsin.cli.command.RuleProblems;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.dsl.diagnostic.Suggestions;
import dev.tocsin.explain.RuleExplanation;
import dev.tocsin.json.ExplanationJson;
import dev.tocsin.plan.Plan;
import dev.tocsin.replay.AlertFinding;
import dev.tocsin.replay.JsonLines;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin explain}: what rules mean and cost. */
@Command(
    name = "explain",
    description = {
      "Says in plain words what rules mean and cost.",
      "When they fire, what is folded for them in which windows, with how much memory, what they",
      "share with other rules, and the DRL they are equal to.",
      "Or, with --alert, how one alert stood at a time of a recorded trace, and why."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin explain alert_rules.yaml",
      "  tocsin explain alert_rules.yaml daily_budget_limit",
      "  tocsin explain --format json alert_rules.yaml | jq -r .drl",
      "  tocsin explain alert_rules.yaml --alert 'user_budget{user=u1}' --at 10:15 --trace day.jsonl"
    })
public final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RULES", description = "The rule file (YAML)")
  private Path rules = Path.of("");

  @Parameters(
      index = "1..*",
      arity = "0..*",
      paramLabel = "NAME",
      description = "Names of rules; all of the file without any")
  private List<String> names = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text (the default) or json: one object a line for each rule")
  private OutputFormat format = OutputFormat.TEXT;

  @Option(names = "--json", description = "The same as --format json")
  private boolean json;

  @Mixin private final AlertOptions alert = new AlertOptions();

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    InputFiles.checkRules(rules);
    CheckedRules checked = Rules.check(rules);
    List<RuleExplanation> chosen =
        alert.areGiven() ? List.of() : chosen(checked, Rules.explain(checked));
    Plan plan = checked.orThrow();
    if (!checked.diagnostics().isEmpty()) {
      RuleProblems.print(checked.diagnostics(), console.styledErr(common.color()));
    }
    if (alert.areGiven()) {
      explainAlert(plan);
      return ExitCode.DONE;
    }
    StyledOutput out = console.styledOut(common.color());
    for (RuleExplanation rule : chosen) {
      if (isJson()) {
        out.line(ExplanationJson.rule(rule));
      } else {
        out.print(new ExplanationText(rule, out.width()).lines());
      }
    }
    return ExitCode.DONE;
  }

  private boolean isJson() {
    return json || format == OutputFormat.JSON;
  }

  private void explainAlert(Plan plan) throws IOException {
    if (!names.isEmpty()) {
      throw CommandFailure.usage(
          "--alert names its rule itself", Optional.of("leave '" + names.get(0) + "' out"));
    }
    AlertFinding finding = alert.finding(rules, plan);
    StyledOutput out = console.styledOut(common.color());
    if (isJson()) {
      out.line(JsonLines.finding(finding));
    } else {
      out.print(
          new FindingText(finding, alert.rule(plan), out.width())
              .lines(ToldSections.of(finding, out.width())));
    }
  }

  /** In the order of the arguments, or all. */
  private List<RuleExplanation> chosen(CheckedRules checked, List<RuleExplanation> all) {
    if (names.isEmpty()) {
      return all;
    }
    List<RuleExplanation> chosen = new ArrayList<>();
    for (String name : names) {
      chosen.add(
          all.stream()
              .filter(explanation -> explanation.rule().name().equals(name))
              .findFirst()
              .orElseThrow(() -> missing(name, checked)));
    }
    return chosen;
  }

  private CommandFailure missing(String name, CheckedRules checked) {
    List<String> written =
        checked.file().rules().stream().map(rule -> rule.name().value()).toList();
    if (written.contains(name)) {
      return CommandFailure.usage(
          "the rule '" + name + "' is disabled, so nothing is evaluated for it",
          Optional.of("remove 'enabled: false'"));
    }
    return CommandFailure.usage(
        rules + ": no rule '" + name + "'",
        Suggestions.nearest(name, written)
            .or(() -> Optional.of("its rules are " + String.join(", ", written))));
  }
}
