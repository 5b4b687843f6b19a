package dev.tocsin.cli.command;

import dev.tocsin.cli.terminal.ColorMode;
import picocli.CommandLine.Option;

/** Options that every command takes. */
public final class CommonOptions {
  public static final String COLOR = "--color";
  public static final String DEBUG = "--debug";

  @Option(
      names = COLOR,
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "auto (the default: on a terminal without NO_COLOR), always or never")
  private ColorMode color = ColorMode.AUTO;

  @Option(names = DEBUG, description = "Show the stack trace of an internal error")
  @SuppressWarnings("unused") // read from the arguments before they are parsed
  private boolean debug;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help")
  @SuppressWarnings("unused") // picocli acts on it
  private boolean help;

  /** When to use colour. */
  public ColorMode color() {
    return color;
  }
}
