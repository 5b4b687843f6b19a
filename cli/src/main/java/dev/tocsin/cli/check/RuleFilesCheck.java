package dev.tocsin.cli.check;

import dev.tocsin.CheckedRules;
import dev.tocsin.Rules;
import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.cli.command.InputFiles;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.dsl.diagnostic.Diagnostics;
import dev.tocsin.lint.LintContext;
import dev.tocsin.lint.allow.Allowances;
import dev.tocsin.plan.KnownNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Checks files one after the other; what is wrong with one does not keep it from the next. */
final class RuleFilesCheck {
  private final KnownNames names;
  private final LintContext context;
  private final CheckTraffic traffic;
  private final LocalDate today;
  private final AllowanceNeeds needs;
  private final CheckReport report;
  private final Set<Path> seen = new HashSet<>();
  private final Set<Told> told = new HashSet<>();
  private int files;
  private int rules;
  private int errors;
  private int warnings;
  private int allowed;
  private int unreadable;

  /**
   * A problem by what its reader sees of it: a file may be read again where another includes it.
   */
  private record Told(String place, Diagnostic.Level severity, String message) {
    static Told of(Diagnostic diagnostic) {
      String place = diagnostic.span().toString() + " " + diagnostic.code().id();
      return new Told(place, diagnostic.severity(), diagnostic.message());
    }
  }

  RuleFilesCheck(
      KnownNames names,
      LintContext context,
      CheckTraffic traffic,
      LocalDate today,
      CheckReport report) {
    this.names = names;
    this.context = context;
    this.traffic = traffic;
    this.today = today;
    this.needs = new AllowanceNeeds(context);
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
    needs.unneeded().forEach(this::problem);
    CheckTotals totals = new CheckTotals(files, rules, errors, warnings, allowed, unreadable);
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
        traffic.doubts(checked).forEach(found::add);
        sift(checked, found);
      }
    } catch (IOException e) {
      unreadable(
          file,
          CommandFailure.usage(file + ": cannot be read: " + e.getMessage(), Optional.empty()));
    } catch (CommandFailure failure) {
      unreadable(file, failure);
    }
  }

  private void sift(CheckedRules checked, Diagnostics found) {
    Allowances allowances = Allowances.of(checked.file(), today);
    Allowances.Sifted sifted = allowances.sift(found.all());
    Diagnostics told = new Diagnostics();
    sifted.told().forEach(told::add);
    allowances.problems().forEach(told::add);
    told.all().forEach(this::problem);
    sifted.allowed().forEach(this::allowed);
    needs.add(sifted, checked.plan().isPresent());
  }

  private void allowed(Allowances.Allowed each) {
    if (told.add(Told.of(each.diagnostic()))) {
      report.allowed(each);
      allowed++;
    }
  }

  private void problem(Diagnostic diagnostic) {
    if (told.add(Told.of(diagnostic))) {
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
