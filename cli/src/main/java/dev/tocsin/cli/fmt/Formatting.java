package dev.tocsin.cli.fmt;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.ExitCode;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.cli.command.RuleProblems;
import dev.tocsin.cli.fmt.FmtTotals.Outcome;
import dev.tocsin.cli.terminal.StyledOutput;
import dev.tocsin.cli.text.Printable;
import dev.tocsin.dsl.Source;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.dsl.format.Formatted;
import dev.tocsin.dsl.format.Formatter;
import dev.tocsin.dsl.format.FormattingFault;
import dev.tocsin.dsl.yaml.Utf8File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Formats files one after the other; what is wrong with one does not keep it from the next. */
final class Formatting {
  private final StyledOutput out;
  private final StyledOutput err;
  private final Mode mode;
  private final Set<Path> seen = new HashSet<>();
  private final List<Diagnostic> problems = new ArrayList<>();
  private final FmtTotals totals = new FmtTotals();

  Formatting(StyledOutput out, StyledOutput err, Mode mode) {
    this.out = out;
    this.err = err;
    this.mode = mode;
  }

  /** Formats files and what is below directories, and tells how to end. */
  int files(List<Path> named) {
    for (Path path : named) {
      try {
        if (Files.isDirectory(path)) {
          InputFiles.ruleAndTestFilesBelow(path).forEach(this::file);
        } else {
          file(path);
        }
      } catch (CommandFailure failure) {
        unusable(failure);
      }
    }
    if (!problems.isEmpty()) {
      RuleProblems.print(problems, err);
    }
    err.line(totals.words(mode));
    return totals.exitCode(mode);
  }

  private void file(Path file) {
    try {
      InputFiles.checkRules(file);
      if (seen.add(file.toRealPath())) {
        totals.add(format(file));
      }
    } catch (IOException e) {
      unusable(
          CommandFailure.usage(file + ": cannot be read: " + e.getMessage(), Optional.empty()));
    } catch (CommandFailure failure) {
      unusable(failure);
    } catch (FormattingFault fault) {
      totals.add(Outcome.FAULT);
      tell("internal error, this is a bug; the file is as it was: " + fault.getMessage());
    }
  }

  private Outcome format(Path file) throws IOException {
    byte[] before;
    try (InputStream in = Files.newInputStream(file)) {
      before = Utf8File.bytes(in);
    }
    Formatted formatted = formatted(file.toString(), before, InputFiles.isTestFile(file));
    if (formatted instanceof Formatted.Wrong wrong) {
      problems.addAll(wrong.diagnostics());
      return Outcome.WRONG;
    }
    if (formatted instanceof Formatted.LeftAlone left) {
      tell(file + ": left as it is: " + left.why());
      return Outcome.LEFT_ALONE;
    }
    byte[] after = bytes((Formatted.Canonical) formatted);
    if (Arrays.equals(before, after)) {
      return Outcome.UNCHANGED;
    }
    switch (mode) {
      case WRITE -> {
        SafeFile.replace(file, after);
        out.line(Printable.of(file.toString()));
      }
      case CHECK -> out.line(Printable.of(file.toString()));
      case DIFF -> diff(file.toString(), before, after);
    }
    return Outcome.CHANGED;
  }

  private static byte[] bytes(Formatted.Canonical formatted) {
    return formatted.text().getBytes(StandardCharsets.UTF_8);
  }

  private static Formatted formatted(String name, byte[] bytes, boolean namedAsTests) {
    Diagnostics unreadable = new Diagnostics();
    Source source = Utf8File.decode(name, bytes, unreadable);
    if (unreadable.hasErrors()) {
      return new Formatted.Wrong(unreadable.all());
    }
    boolean tests = namedAsTests || Formatter.isTests(source.text());
    return tests ? Formatter.tests(source) : Formatter.rules(source);
  }

  /** Formats one text to standard output. */
  int standardInput(InputStream in) throws IOException {
    byte[] before = Utf8File.bytes(in);
    Formatted formatted = formatted("<stdin>", before, false);
    if (formatted instanceof Formatted.Wrong wrong) {
      RuleProblems.print(wrong.diagnostics(), err);
      return ExitCode.WRONG;
    }
    byte[] after = before;
    if (formatted instanceof Formatted.LeftAlone left) {
      tell("<stdin>: left as it is: " + left.why());
    } else {
      after = bytes((Formatted.Canonical) formatted);
    }
    if (mode == Mode.WRITE) {
      out.stream().write(after, 0, after.length);
      out.stream().flush();
      return ExitCode.DONE;
    }
    if (Arrays.equals(before, after)) {
      return ExitCode.DONE;
    }
    if (mode == Mode.DIFF) {
      diff("<stdin>", before, after);
    }
    return ExitCode.WRONG;
  }

  private void diff(String name, byte[] before, byte[] after) {
    DiffText.print(
        name,
        new String(before, StandardCharsets.UTF_8),
        new String(after, StandardCharsets.UTF_8),
        out);
  }

  private void unusable(CommandFailure failure) {
    totals.add(Outcome.UNUSABLE);
    tell(String.valueOf(failure.getMessage()));
    failure.hint().ifPresent(hint -> err.line("  hint: " + Printable.of(hint)));
  }

  private void tell(String message) {
    err.line("tocsin: " + Printable.of(message));
  }
}
