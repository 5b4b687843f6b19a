package dev.tocsin.cli.fmt;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.StyledOutput;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tocsin fmt}: rule files and test files in canonical form. */
@Command(
    name = "fmt",
    description = {
      "Writes rule files and test files in one canonical form, in place; comments are kept.",
      "Ends with 0 when all is done, 1 when a file has errors or --check or --diff finds one to format,",
      "2 when a file cannot be read or written."
    },
    sortOptions = false,
    abbreviateSynopsis = true,
    descriptionHeading = "%n",
    parameterListHeading = "%nArguments:%n",
    optionListHeading = "%nOptions:%n",
    footer = {
      "",
      "Examples:",
      "  tocsin fmt alert_rules.yaml",
      "  tocsin fmt --check rules/",
      "  tocsin fmt --diff alert_rules.yaml",
      "  tocsin fmt - < alert_rules.yaml"
    })
public final class FmtCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Console console;
  private final InputStream in;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = {
        "Rule files and test files, directories with *.yaml and *.yml below them,",
        "or - for standard input to standard output"
      })
  private List<Path> files = List.of();

  @Option(
      names = "--check",
      description = "Write nothing; list the files that would change, and end with 1 if any")
  private boolean check;

  @Option(
      names = "--diff",
      description =
          "Write nothing; show what would change as a unified diff, and end as --check does")
  private boolean diff;

  @Mixin private final CommonOptions common = new CommonOptions();

  /** A command that writes to {@code console}, and reads {@code -} from {@code in}. */
  public FmtCommand(Console console, InputStream in) {
    this.console = console;
    this.in = in;
  }

  private Mode mode() {
    if (diff) {
      return Mode.DIFF;
    }
    return check ? Mode.CHECK : Mode.WRITE;
  }

  @Override
  public Integer call() throws IOException {
    StyledOutput out = console.styledOut(common.color());
    Formatting formatting = new Formatting(out, console.styledErr(common.color()), mode());
    if (!files.contains(STANDARD_INPUT)) {
      return formatting.files(files);
    }
    if (files.size() > 1) {
      throw CommandFailure.usage(
          "'-' stands alone", Optional.of("tocsin fmt - < alert_rules.yaml"));
    }
    return formatting.standardInput(in);
  }
}
