package dev.tocsin.examples;

import java.nio.file.Path;

/** Where things lie in the checkout. */
public final class Checkout {
  /** The root of the checkout. */
  public static final Path ROOT = Path.of(System.getProperty("tocsin.root", ".."));

  /** The rule files, with the traces below. */
  public static final Path EXAMPLES = ROOT.resolve("examples");

  private Checkout() {}
}
