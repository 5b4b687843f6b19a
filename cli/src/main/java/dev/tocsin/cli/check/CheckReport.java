package dev.tocsin.cli.check;

import dev.tocsin.cli.command.CommandFailure;
import dev.tocsin.dsl.diagnostic.Diagnostic;

/** Takes what a check finds, as it finds it. */
interface CheckReport {

  /** Something wrong or doubtful in a file. */
  void problem(Diagnostic diagnostic);

  /** What could not be read. */
  void unreadable(String file, CommandFailure failure);

  /** The end. */
  void end(CheckTotals totals);
}
