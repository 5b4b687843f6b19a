package dev.tocsin.cli.store;

import java.io.IOException;
import java.io.PrintStream;

/** Keeps standard output for the command: whatever a library prints there goes to the error. */
final class OwnOutput {
  private OwnOutput() {}

  /** Something that uses libraries. */
  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T during(Work<T> work) throws IOException {
    PrintStream before = System.out;
    System.setOut(System.err);
    try {
      return work.run();
    } finally {
      System.setOut(before);
    }
  }
}
