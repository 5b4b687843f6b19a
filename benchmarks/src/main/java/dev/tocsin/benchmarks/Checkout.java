package dev.tocsin.benchmarks;

import dev.tocsin.Rules;
import dev.tocsin.plan.Plan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** Files of the checkout, from whose root benchmarks run. */
final class Checkout {
  private static final Path EXAMPLES =
      Path.of(System.getProperty("tocsin.root", "")).resolve("examples");

  /** The seven rules. */
  static final Path SEVEN_RULES = EXAMPLES.resolve("alert_rules.yaml");

  /** An hour of arrivals at a conversation service: 19,366 calls. */
  static final Path AZURE_TRACE = EXAMPLES.resolve("traces/azure-conv-2023.jsonl.gz");

  private Checkout() {}

  static Plan sevenRules() {
    try {
      return Rules.load(SEVEN_RULES);
    } catch (IOException e) {
      throw new UncheckedIOException("run from the root of the checkout", e);
    }
  }
}
