package dev.tocsin.cli.check;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.event.FieldCatalog;
import dev.tocsin.lint.LintContext;
import dev.tocsin.plan.KnownNames;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin check}: what is wrong with rule files. */
@Command(
    name = "check",
    description = {
      "Reads rule files and shows every problem of every file at once.",
      "Ends with 0 when all is right, 1 with errors, 2 when a file cannot be read."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin check alert_rules.yaml",
      "  tocsin check --strict rules/",
      "  tocsin check --channels slack,pagerduty rules/*.yaml",
      "  tocsin check --trace week.jsonl.gz alert_rules.yaml",
      "  tocsin check --format github rules/",
      "  tocsin check --format json alert_rules.yaml | jq 'select(.severity == \"error\")'"
    })
public final class CheckCommand implements Callable<Integer> {
  private final Console console;
  private final InstantSource clock;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Rule files, and directories with *.yaml and *.yml below them")
  private List<Path> files = List.of();

  @Option(names = "--strict", description = "End with exit code 1 on warnings too")
  private boolean strict;

  @Option(
      names = "--channels",
      paramLabel = "NAME",
      split = ",",
      description = "The channels there are; a rule that names another is wrong")
  private @Nullable List<String> channels;

  @Option(
      names = "--sampled",
      description = "The events are a sample of the calls: tell which rules that misleads")
  private boolean sampled;

  @Option(
      names = "--instances",
      paramLabel = "N",
      defaultValue = "1",
      description = "So many processes run the rules: tell which totals are of one of them")
  private int instances = 1;

  @Mixin private final CheckTraffic traffic = new CheckTraffic();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = {
        "text (the default), json (one object a line, problems, then a summary),",
        "github (shown at the lines of a pull request) or sarif (for code scanners)"
      })
  private CheckFormat format = CheckFormat.TEXT;

  @Mixin private final CommonOptions common = new CommonOptions();

  /**
   * A command that writes to {@code console}.
   *
   * @param clock says which allowances are over
   */
  public CheckCommand(Console console, InstantSource clock) {
    this.console = console;
    this.clock = clock;
  }

  @Override
  public Integer call() {
    CheckTotals totals =
        new RuleFilesCheck(names(), context(), traffic, today(), report()).check(files);
    if (totals.unreadable() > 0) {
      return ExitCode.USAGE;
    }
    boolean wrong = totals.errors() > 0 || (strict && totals.warnings() > 0);
    return wrong ? ExitCode.WRONG : ExitCode.DONE;
  }

  private LintContext context() {
    if (instances < 1) {
      throw CommandFailure.usage(
          "--instances: expected 1 or more, found " + instances, Optional.empty());
    }
    return new LintContext(sampled, instances, traffic.isGiven());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  private KnownNames names() {
    Optional<Set<String>> known = Optional.ofNullable(channels).map(LinkedHashSet::new);
    return new KnownNames(known, Optional.empty(), FieldCatalog.BUILT_IN);
  }

  private CheckReport report() {
    StyledOutput out = console.styledOut(common.color());
    return switch (format) {
      case TEXT -> new TextCheckReport(out, console.styledErr(common.color()));
      case JSON -> new JsonCheckReport(out);
      case GITHUB -> new GithubCheckReport(out);
      case SARIF -> new SarifCheckReport(out);
    };
  }
}
