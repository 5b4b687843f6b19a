package dev.tocsin.testkit.junit;

import dev.tocsin.CheckedRules;
import dev.tocsin.dsl.Span;
import dev.tocsin.testkit.file.CheckedTests;
import dev.tocsin.testkit.file.Outcome;
import dev.tocsin.testkit.file.RuleTest;
import dev.tocsin.testkit.file.RuleTestFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;

/**
 * Test files of rules as JUnit tests:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> rules() {
 *   return RuleTestFiles.in("src/test/rules");
 * }
 * }</pre>
 */
public final class RuleTestFiles {
  private RuleTestFiles() {}

  /**
   * A container for each test file, and in it a test for each test and trace. A file in which
   * anything is wrong has one test, which fails with all that is.
   *
   * @param place a test file, or a folder with files {@code *_test.yaml} in it or below; looked for
   *     as {@link RulePackTest} does
   * @throws org.junit.jupiter.api.extension.ExtensionConfigurationException when there is none
   */
  public static Stream<DynamicNode> in(String place) {
    return TestFiles.of(RuleTestFiles.class).ruleTests(place).stream().map(RuleTestFiles::tests);
  }

  private static DynamicNode tests(Path file) {
    CheckedTests checked = checked(file);
    String name = file.toString().replace('\\', '/');
    if (checked.hasErrors()) {
      DynamicTest broken = DynamicTest.dynamicTest(name, file.toUri(), checked::orThrow);
      return DynamicContainer.dynamicContainer(name, file.toUri(), Stream.of(broken));
    }
    return DynamicContainer.dynamicContainer(
        name, file.toUri(), checked.tests().stream().map(test -> test(file, checked, test)));
  }

  private static DynamicNode test(Path file, CheckedTests checked, RuleTest test) {
    Span place = test.definition().name().span();
    URI line = URI.create(file.toUri() + "?line=" + place.source().line(place.start()));
    return DynamicTest.dynamicTest(
        test.fullName(), line, () -> run(file, checked.rules().orElseThrow(), test));
  }

  private static void run(Path file, CheckedRules rules, RuleTest test) {
    Outcome outcome = test.run();
    Optional<String> failure = OutcomeText.of(outcome);
    if (failure.isPresent()) {
      AssertionError error = new AssertionError(failure.get());
      report(file, rules, outcome, error);
      throw error;
    }
  }

  /** What cannot be written must not hide why the test failed. */
  private static void report(Path file, CheckedRules rules, Outcome outcome, AssertionError error) {
    try {
      Reports.folder(name -> Optional.empty())
          .ifPresent(
              folder ->
                  outcome
                      .test()
                      .report(rules.orThrow(), rules.file().source().name(), outcome)
                      .ifPresent(
                          report ->
                              Reports.write(
                                  folder,
                                  file.getFileName() + " " + outcome.test().fullName(),
                                  report)));
    } catch (RuntimeException e) {
      error.addSuppressed(e);
    }
  }

  private static CheckedTests checked(Path file) {
    try {
      return RuleTestFile.check(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the tests in " + file, e);
    }
  }
}
