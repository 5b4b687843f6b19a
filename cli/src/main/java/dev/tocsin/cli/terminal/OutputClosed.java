package dev.tocsin.cli.terminal;

/** Whoever read the output, as {@code head}, has seen enough; no failure. */
public final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Without a stack trace: it says nothing about the program. */
  public OutputClosed() {
    super("output closed", null, false, false);
  }
}
