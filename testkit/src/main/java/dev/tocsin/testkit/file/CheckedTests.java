package dev.tocsin.testkit.file;

import dev.tocsin.CheckedRules;
import dev.tocsin.dsl.diagnostic.Diagnostic;
import dev.tocsin.dsl.diagnostic.Diagnostic.Level;
import dev.tocsin.dsl.diagnostic.InvalidRulesException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A test file and what is to be said of it. Immutable.
 *
 * @param file where it is
 * @param sources the files that it names, be they there or not: rule files and traces; and what the
 *     rule files include
 * @param rules the rules that it tests; empty when they cannot be read
 * @param tests one for each test and trace; none when there is any error
 * @param diagnostics what is wrong with the test file, and errors of its rule files
 */
public record CheckedTests(
    Path file,
    List<Path> sources,
    Optional<CheckedRules> rules,
    List<RuleTest> tests,
    List<Diagnostic> diagnostics) {
  public CheckedTests {
    sources = List.copyOf(sources);
    tests = List.copyOf(tests);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether anything keeps the tests from running. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(each -> each.severity() == Level.ERROR);
  }

  /**
   * The tests.
   *
   * @throws InvalidRulesException when there is an error
   */
  public List<RuleTest> orThrow() {
    if (hasErrors()) {
      throw new InvalidRulesException(diagnostics);
    }
    return tests;
  }
}
