package dev.tocsin.cli.check;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.lint.LintContext;
import dev.tocsin.plan.KnownNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks files one after the other; what is wrong with one does not keep it from the next. */
final class RuleFilesCheck {
  private final KnownNames names;
  private final LintContext context;
  private final CheckReport report;
  private final Set<Path> seen = new HashSet<>();
  private final Set<Told> told = new HashSet<>();
  private int files;
  private int rules;
  private int errors;
  private int warnings;
  private int unreadable;

  /**
   * A problem by what its reader sees of it: a file may be read again where another includes it.
   */
  private record Told(String place, Diagnostic.Level severity, String message) {}

  RuleFilesCheck(KnownNames names, LintContext context, CheckReport report) {
    this.names = names;
    this.context = context;
    this.report = report;
  }

  CheckTotals check(List<Path> named) {
    for (Path path : named) {
      try {
        if (Files.isDirectory(path)) {
          InputFiles.ruleFilesBelow(path).forEach(this::file);
        } else {
          file(path);
        }
      } catch (CommandFailure failure) {
        unreadable(path, failure);
      }
    }
    CheckTotals totals = new CheckTotals(files, rules, errors, warnings, unreadable);
    report.end(totals);
    return totals;
  }

  private void file(Path file) {
    try {
      InputFiles.checkRules(file);
      if (seen.add(file.toRealPath())) {
        CheckedRules checked = Rules.check(file, names);
        files++;
        rules += checked.file().rules().size();
        Diagnostics found = new Diagnostics();
        checked.diagnostics().forEach(found::add);
        Rules.lint(checked, context).forEach(found::add);
        found.all().forEach(this::problem);
      }
    } catch (IOException e) {
      unreadable(
          file,
          CommandFailure.usage(file + ": cannot be read: " + e.getMessage(), Optional.empty()));
    } catch (CommandFailure failure) {
      unreadable(file, failure);
    }
  }

  private void problem(Diagnostic diagnostic) {
    String place = diagnostic.span().toString() + " " + diagnostic.code().id();
    if (told.add(new Told(place, diagnostic.severity(), diagnostic.message()))) {
      report.problem(diagnostic);
      errors += diagnostic.severity() == Level.ERROR ? 1 : 0;
      warnings += diagnostic.severity() == Level.WARNING ? 1 : 0;
    }
  }

  private void unreadable(Path path, CommandFailure failure) {
    unreadable++;
    report.unreadable(path.toString(), failure);
  }
}
