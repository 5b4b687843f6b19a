package dev.tocsin.cli.command;

import java.util.Optional;

/** A command cannot do what the user asked for, and the user can mend it. */
public final class CommandFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final int exitCode;
  private final transient Optional<String> hint;

  private CommandFailure(int exitCode, String message, Optional<String> hint) {
    super(message);
    this.exitCode = exitCode;
    this.hint = hint;
  }

  /** Wrong usage or unreadable input. */
  public static CommandFailure usage(String message, Optional<String> hint) {
    return new CommandFailure(ExitCode.USAGE, message, hint);
  }

  /** What was asked about is wrong, is not there, or is refused. */
  public static CommandFailure wrong(String message, Optional<String> hint) {
    return new CommandFailure(ExitCode.WRONG, message, hint);
  }

  /** One of {@link ExitCode}. */
  public int exitCode() {
    return exitCode;
  }

  /** The way out, where there is one. */
  public Optional<String> hint() {
    return hint;
  }
}
