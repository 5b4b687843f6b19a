package dev.tocsin.cli.route;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.RuleProblems;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code tocsin route show}: the tree of routes. */
@Command(
    name = "show",
    description = "Shows the tree of routes, with receivers and channels.",
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {"", "Example:", "  tocsin route show alert_rules.yaml"})
public final class RouteShowCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "RULES", description = "The rule file (YAML)")
  private Path rules = Path.of("");

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}. */
  public RouteShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    Plan plan = plan(rules, console.styledErr(common.color()));
    StyledOutput out = console.styledOut(common.color());
    out.print(RouteTree.lines(plan.routing(), List.of(), out.width()));
    return ExitCode.DONE;
  }

  /** Tells what is doubtful in the file; errors are thrown. */
  static Plan plan(Path rules, StyledOutput err) throws IOException {
    InputFiles.checkRules(rules);
    CheckedRules checked = Rules.check(rules);
    Plan plan = checked.orThrow();
    if (!checked.diagnostics().isEmpty()) {
      RuleProblems.print(checked.diagnostics(), err);
    }
    return plan;
  }
}
