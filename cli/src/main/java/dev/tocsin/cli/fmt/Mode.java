package dev.tocsin.cli.fmt;

/** What is done with a file that is not in canonical form. */
enum Mode {
  /** It is written anew. */
  WRITE,
  /** It is named. */
  CHECK,
  /** What would change in it is shown. */
  DIFF
}
