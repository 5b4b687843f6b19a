package dev.tocsin.dsl.testfile;

import dev.tocsin.dsl.Located;
import dev.tocsin.dsl.Source;
import java.util.List;
import java.util.Optional;

/**
 * A test file as written. Immutable.
 *
 * @param source where it stands
 * @param rules names of rule files, relative to it; at least one unless that is an error
 * @param zone in which times without a zone are written, if it says one
 * @param tests in its order
 */
public record TestFile(
    Source source,
    List<Located<String>> rules,
    Optional<Located<String>> zone,
    List<TestDefinition> tests) {
  public TestFile {
    rules = List.copyOf(rules);
    tests = List.copyOf(tests);
  }
}
