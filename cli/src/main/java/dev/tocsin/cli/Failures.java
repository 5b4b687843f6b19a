package dev.tocsin.cli;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.CommonOptions;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.RuleProblems;
import dev.tocsin.cli.terminal.ColorMode;
import dev.tocsin.cli.terminal.Console;
import dev.tocsin.cli.terminal.OutputClosed;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import dev.tocsin.journal.StoreException;
import dev.tocsin.replay.TraceException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Turns what a command throws into a message and an exit code; never a bare stack trace. */
final class Failures implements IExecutionExceptionHandler {
  private final Console console;

  Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult all) {
    ParseResult parsed = line.getParseResult();
    ColorMode color = parsed.matchedOptionValue(CommonOptions.COLOR, ColorMode.AUTO);
    return report(e, console.styledErr(color), parsed.hasMatchedOption(CommonOptions.DEBUG));
  }

  static int report(Throwable failure, StyledOutput err, boolean debug) {
    if (failure instanceof OutputClosed) {
      return ExitCode.DONE;
    }
    if (failure instanceof InvalidRulesException invalid) {
      RuleProblems.print(invalid.diagnostics(), err);
      return ExitCode.WRONG;
    }
    if (failure instanceof CommandFailure known) {
      err.line("tocsin: " + Printable.of(String.valueOf(known.getMessage())));
      known.hint().ifPresent(hint -> err.line("  hint: " + Printable.of(hint)));
      return known.exitCode();
    }
    if (failure instanceof TraceException || failure instanceof StoreException) {
      err.line("tocsin: " + Printable.of(String.valueOf(failure.getMessage())));
      return ExitCode.USAGE;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      err.line("tocsin: " + Printable.of(inputOutput(failure)));
      return ExitCode.USAGE;
    }
    if (failure instanceof OutOfMemoryError) {
      err.line("tocsin: out of memory; TOCSIN_JAVA_OPTS=-Xmx4g gives it more");
      return ExitCode.INTERNAL;
    }
    return internal(failure, err, debug);
  }

  private static String inputOutput(Throwable failure) {
    String message = String.valueOf(failure.getMessage());
    if (failure instanceof NoSuchFileException) {
      return message + ": no such file";
    }
    if (failure instanceof AccessDeniedException) {
      return message + ": permission denied";
    }
    if (failure instanceof CharacterCodingException) {
      return "the rule file is not UTF-8 text";
    }
    return message;
  }

  private static int internal(Throwable failure, StyledOutput err, boolean debug) {
    String way = debug ? "" : " (" + CommonOptions.DEBUG + " shows where)";
    err.line("tocsin: internal error, this is a bug" + way + ": " + Printable.of(failure + ""));
    if (debug) {
      StringWriter trace = new StringWriter();
      failure.printStackTrace(new PrintWriter(trace));
      err.line(trace.toString().stripTrailing());
    }
    return ExitCode.INTERNAL;
  }
}
