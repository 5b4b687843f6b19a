package dev.tocsin.cli;

import dev.tocsin.cli.admin.AckCommand;
import dev.tocsin.cli.admin.AlertsCommand;
import dev.tocsin.cli.admin.SilenceAddCommand;
import dev.tocsin.cli.admin.SilenceCommand;
import dev.tocsin.cli.admin.SilenceExpireCommand;
import dev.tocsin.cli.admin.SilenceListCommand;
import dev.tocsin.cli.admin.StatusCommand;
import dev.tocsin.cli.admin.StoryCommand;
import dev.tocsin.cli.backtest.BacktestCommand;
import dev.tocsin.cli.backtest.DiffCommand;
import dev.tocsin.cli.check.CheckCommand;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.completion.CompletionCommand;
import dev.tocsin.cli.explain.ExplainCommand;
import dev.tocsin.cli.fmt.FmtCommand;
import dev.tocsin.cli.init.InitCommand;
import dev.tocsin.cli.replay.ReplayCommand;
import dev.tocsin.cli.route.RouteCommand;
import dev.tocsin.cli.route.RouteShowCommand;
import dev.tocsin.cli.route.RouteTestCommand;
import dev.tocsin.cli.schema.SchemaCommand;
import dev.tocsin.cli.store.CompactCommand;
import dev.tocsin.cli.store.InspectCommand;
import dev.tocsin.cli.store.RecordCommand;
import dev.tocsin.cli.store.StoreCommand;
import dev.tocsin.cli.store.VerifyCommand;
import dev.tocsin.cli.terminal.ColorMode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.OutputClosed;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.test.TestCommand;
import dev.tocsin.cli.trace.AnonymizeCommand;
import dev.tocsin.cli.trace.ConvertCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The program {@code tocsin}. */
public final class Main {
  private static final int WIDEST_HELP = 100;

  private Main() {}

  /** Runs a command and ends the process. */
  public static void main(String[] args) {
    System.exit(run(Console.ofProcess(), args));
  }

  /** Runs a command and tells how it ended. */
  static int run(Console console, String... args) {
    StringWriter help = new StringWriter();
    int code = ExitCode.DONE;
    try {
      code = commandLine(console, help).execute(args);
      console.out().print(help);
      console.out().flush();
      return code;
    } catch (OutputClosed e) {
      return code;
    } catch (RuntimeException | Error e) { // what picocli lets through, such as OutOfMemoryError
      boolean debug = List.of(args).contains(CommonOptions.DEBUG);
      return Failures.report(e, console.styledErr(ColorMode.AUTO), debug);
    }
  }

  private static CommandLine store(Console console) {
    CommandLine line = new CommandLine(new StoreCommand());
    line.addSubcommand(new InspectCommand(console));
    line.addSubcommand(new VerifyCommand(console));
    line.addSubcommand(new CompactCommand(console));
    return line;
  }

  private static CommandLine silence(Console console) {
    CommandLine line = new CommandLine(new SilenceCommand());
    line.addSubcommand(new SilenceAddCommand(console));
    line.addSubcommand(new SilenceListCommand(console));
    line.addSubcommand(new SilenceExpireCommand(console));
    return line;
  }

  private static CommandLine route(Console console) {
    CommandLine line = new CommandLine(new RouteCommand());
    line.addSubcommand(new RouteShowCommand(console));
    line.addSubcommand(new RouteTestCommand(console));
    return line;
  }

  private static CommandLine commandLine(Console console, StringWriter help) {
    StyledOutput out = console.styledOut(ColorMode.AUTO);
    CommandLine line = new CommandLine(new TocsinCommand());
    line.addSubcommand(new InitCommand(console));
    line.addSubcommand(new CheckCommand(console, InstantSource.system()));
    line.addSubcommand(new FmtCommand(console, System.in));
    line.addSubcommand(new ExplainCommand(console));
    line.addSubcommand(new ReplayCommand(console));
    line.addSubcommand(new TestCommand(console, InstantSource.system()));
    line.addSubcommand(new BacktestCommand(console));
    line.addSubcommand(new DiffCommand(console));
    line.addSubcommand(route(console));
    line.addSubcommand(new SchemaCommand(console));
    line.addSubcommand(new RecordCommand(console));
    line.addSubcommand(new ConvertCommand(console));
    line.addSubcommand(new AnonymizeCommand(console));
    line.addSubcommand(store(console));
    line.addSubcommand(new AlertsCommand(console));
    line.addSubcommand(new StoryCommand(console));
    line.addSubcommand(new AckCommand(console));
    line.addSubcommand(silence(console));
    line.addSubcommand(new StatusCommand(console));
    line.addSubcommand(new CompletionCommand(console, line));
    return line.setOut(new PrintWriter(help)) // picocli shows a stack trace when it cannot write
        .setErr(new PrintWriter(console.err(), true, StandardCharsets.UTF_8))
        .setColorScheme(Help.defaultColorScheme(out.colour() ? Help.Ansi.ON : Help.Ansi.OFF))
        .setUsageHelpWidth(Math.min(out.width(), WIDEST_HELP))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler(new UsageErrors())
        .setExecutionExceptionHandler(new Failures(console));
  }
}
