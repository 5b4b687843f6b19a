package dev.tocsin.cli.command;

/** How a run ends; the same for every command. */
public final class ExitCode {
  /** Done. */
  public static final int DONE = 0;

  /** What was asked about is wrong: errors in rules, a failed test, a gate not met. */
  public static final int WRONG = 1;

  /** Wrong usage or unreadable input. */
  public static final int USAGE = 2;

  /** A fault of the program itself. */
  public static final int INTERNAL = 3;

  private ExitCode() {}
}
