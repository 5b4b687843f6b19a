package dev.tocsin.cli.test;

import dev.tocsin.testkit.file.CheckedTests;
import java.util.List;

/**
 * What the tests of a file came to.
 *
 * @param checked the file
 * @param results of its tests, in its order; none where it has errors
 */
record FileResult(CheckedTests checked, List<TestResult> results) {
  FileResult {
    results = List.copyOf(results);
  }

  /** Whether all is well. */
  boolean passed() {
    return !checked.hasErrors() && results.stream().allMatch(each -> each.outcome().passed());
  }
}
