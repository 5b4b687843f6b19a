package dev.tocsin.cli.check;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.lint.allow.Allowances;

/** Takes what a check finds, as it finds it. */
interface CheckReport {

  /** Something wrong or doubtful in a file. */
  void problem(Diagnostic diagnostic);

  /** A warning that a comment allows. */
  default void allowed(Allowances.Allowed allowed) {}

  /** What could not be read. */
  void unreadable(String file, CommandFailure failure);

  /** The end. */
  void end(CheckTotals totals);
}
