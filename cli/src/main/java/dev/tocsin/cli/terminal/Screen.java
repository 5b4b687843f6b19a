package dev.tocsin.cli.terminal;

/**
 * What shows the text of one stream.
 *
 * @param terminal whether a person sees it as it is written
 * @param width columns that a line may fill
 */
public record Screen(boolean terminal, int width) {
  /** Columns that every layout may count on. */
  public static final int NARROWEST = 80;

  static final int PIPED_WIDTH = 100;

  /** A file or a pipe. */
  public static final Screen PIPED = new Screen(false, PIPED_WIDTH);
}
